import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  acceptanceReport,
  funnelReport,
  headlineReport,
  type ReportQuery,
  reasonsReport,
  recycledReport,
  sourcedReport,
} from '../../../lib/contract/reports.ts';
import { registrationItem, verdictItem } from '../../../lib/feedback/items.ts';
import { ENGINES, useEngine } from '../support/engines.ts';
import { aRecord, DAY, HOUR, makeScene, type Scene } from '../support/scene.ts';
import { asking } from './support/asking.ts';
import * as expected from './support/expected.ts';
import { dayAt, fillWorkspace, WHOLE } from './support/fixture.ts';
import { type Known, knownLeads } from './support/known.ts';

const SOME: ReportQuery = { from: dayAt(31), to: dayAt(99), source: 'google' };

describe.each(ENGINES)('the leads behind figures, on %s', (engine) => {
  const db = useEngine(engine);
  let ask: ReturnType<typeof asking>;
  let all: Known[];
  const behind = async (...asked: Parameters<typeof ask.behind>) => {
    const { total, ids } = await ask.behind(...asked);
    expect(total).toBe(ids.length);
    return ids;
  };

  beforeAll(async () => {
    const scene = await makeScene(db());
    await fillWorkspace(db(), scene.wsId, { seed: 11, count: 240 });
    ask = asking(scene);
    all = await knownLeads(db(), scene.wsId);
  });

  it('are those that were counted: the headline, by week', async () => {
    for (const query of [WHOLE, SOME]) {
      const { volume, quality } = await ask.report('headline', headlineReport, query);
      const want = expected.headline(all, query);
      const handed = expected.handedIn(all, query);
      expect(await behind('headline', volume.mark, query)).toEqual(want.handed);
      const judged = handed.filter(({ verdict }) => verdict !== null);
      expect(await behind('headline', quality.mark, query)).toEqual(expected.idsOf(judged));
      expect(await behind('headline', quality.marks?.waiting ?? '', query)).toHaveLength(
        want.waiting,
      );
      expect(await behind('headline', quality.marks?.recycled ?? '', query)).toHaveLength(
        want.recycled,
      );
      expect(await behind('headline', quality.marks?.accepted ?? '', query)).toHaveLength(
        want.accepted.n,
      );
      for (const { week, mark } of volume.weeks.slice(0, 12)) {
        expect(await behind('headline', mark, query)).toEqual(want.weeks.get(week) ?? []);
      }
    }
  });

  it('are those that were counted: each step, where they ended, by week', async () => {
    const { steps } = await ask.report('funnel', funnelReport, SOME);
    const want = expected.funnel(all, SOME);
    for (const [place, { mark, endedMarks, weeks }] of steps.entries()) {
      expect(await behind('funnel', mark, SOME)).toEqual(want[place]?.got);
      for (const [as, ids] of Object.entries(want[place]?.ended ?? {})) {
        const ended = Object.entries(endedMarks ?? {}).find(([name]) => name === as);
        expect(await behind('funnel', ended?.[1] ?? '', SOME)).toEqual(ids);
      }
      for (const one of weeks.slice(0, 3)) {
        expect(await behind('funnel', one.mark, SOME)).toEqual(want[place]?.inWeek(one.week));
      }
    }
  });

  it('are those that were counted: values, reasons, recycled, both sides', async () => {
    for (const by of ['source', 'campaign', 'content'] as const) {
      const query = { ...WHOLE, by };
      const { rows } = await ask.report('acceptance', acceptanceReport, query);
      const want = expected.acceptance(all, query);
      for (const { value, mark } of rows.slice(0, 8)) {
        expect(await behind('acceptance', mark, query)).toEqual(
          expected.idsOf(want.get(value) ?? []),
        );
      }
    }
    const reasons = await ask.report('reasons', reasonsReport, WHOLE);
    const said = expected.reasons(all, WHOLE);
    for (const side of ['rejected', 'disqualified'] as const) {
      for (const { reason, mark } of reasons[side]) {
        expect(await behind('reasons', mark, WHOLE)).toEqual(said.get(`${side}:${reason}`));
      }
    }
    const { marks } = await ask.report('recycled', recycledReport, WHOLE);
    const { steps } = expected.recycled(all, WHOLE);
    for (const step of ['recycled', 'woken', 'accepted', 'opportunity', 'won'] as const) {
      expect(await behind('recycled', marks[step], WHOLE)).toEqual(steps[step]);
    }
    const sourced = await ask.report('sourced', sourcedReport, WHOLE);
    const sides = expected.sourced(all, WHOLE);
    expect(await behind('sourced', sourced.sales.mark, WHOLE)).toEqual(sides.sales.came);
    expect(await behind('sourced', sourced.marketing.mark, WHOLE)).toEqual(sides.marketing.came);
  });

  it('come fifty at a time, with what the desk shows of them', async () => {
    const { total, leads, sizes } = await ask.behind('funnel', 'step:inquiry', WHOLE);
    expect(total).toBe(240);
    expect(sizes).toEqual([50, 50, 50, 50, 40]);
    for (const lead of leads) {
      const known = all.find(({ id }) => id === lead.leadId);
      const last = known?.verdicts.at(-1);
      expect(lead).toMatchObject({
        name: known?.row.name,
        source: known?.row.first_source,
        campaign: known?.row.first_campaign,
        stage: known?.row.stage,
        verdict: last?.verdict ?? null,
        reason: last?.reason_label ?? null,
        handoffAt: known?.row.handoff_at?.toISOString() ?? null,
      });
    }
  });

  it('are none behind what is no figure, and it says so', async () => {
    const asked: [string, string, object?][] = [
      ['headline', 'nothing'],
      ['headline', 'week:yesterday'],
      ['headline', 'handed:x'],
      ['funnel', 'step:mqlx'],
      ['funnel', 'waiting'],
      ['funnel', 'week:2026-06-01'],
      ['acceptance', 'value:google'],
      ['acceptance', 'source:google', { by: 'source' }],
      ['reasons', 'accepted:x'],
      ['recycled', 'recycle'],
      ['sourced', 'both'],
      ['nothing', 'handed'],
      ['headline', 'handed', { before: 'x' }],
      ['headline', 'handed', { to: dayAt(-20) }],
      ['headline', 'handed', { to: '2046-01-01' }],
    ];
    for (const [report, mark, more] of asked) {
      const { status, body } = await ask.get('leads', { ...WHOLE, report, mark, ...more });
      expect(status, `${report} ${mark}`).toBe(400);
      expect((body as { detail: string }).detail).toMatch(/\w{4}/);
    }
  });
});

describe.each(ENGINES)('what leads go through, as reports tell it, on %s', (engine) => {
  const db = useEngine(engine);
  const PERIOD = { from: '2026-11-01', to: '2026-12-31' };

  /** Somebody who asked for a demo, and so was handed over. */
  const demo = async (scene: Scene) => {
    const email = `${randomUUID()}@acme.example`;
    await scene.send({
      type: 'track',
      event: 'Demo Requested',
      userId: email,
      context: { campaign: { source: 'google', name: 'Spring' } },
    });
    return email;
  };
  const say = async (
    scene: Scene,
    email: string,
    verdict: 'accepted' | 'rejected' | 'recycled',
    reason: string | null = null,
  ) => {
    const said = { verdict, reason, note: '', until: '2026-12-01' };
    const item = verdictItem(await scene.card(email), said, scene.tools);
    expect((await scene.say(scene.tokens.rep, item)).results[0]?.outcome).toBe('stored');
    scene.clock.now += HOUR;
  };
  const figures = async (scene: Scene) => {
    const ask = asking(scene);
    const { volume, quality } = await ask.report('headline', headlineReport, PERIOD);
    const { steps } = await ask.report('funnel', funnelReport, PERIOD);
    const reasons = await ask.report('reasons', reasonsReport, PERIOD);
    const recycled = await ask.report('recycled', recycledReport, PERIOD);
    return {
      handed: volume.handed,
      accepted: quality.accepted.n,
      waiting: quality.waiting,
      steps: Object.fromEntries(steps.map(({ step, n }) => [step, n])),
      rejected: reasons.rejected.map(({ reason, n }) => [reason, n]),
      recycled: { ...recycled, marks: null },
    };
  };

  it('a correction counts once, by the last word', async () => {
    const scene = await makeScene(db());
    const email = await demo(scene);
    await say(scene, email, 'accepted');
    expect(await figures(scene)).toMatchObject({ accepted: 1, steps: { sal: 1 }, rejected: [] });
    await say(scene, email, 'rejected', 'student');
    const after = await figures(scene);
    expect(after).toMatchObject({ handed: 1, accepted: 0, waiting: 0, steps: { mql: 1, sal: 0 } });
    expect(after.rejected).toEqual([[expect.any(String), 1]]);
  });

  it('whoever wakes waits again, and counts as recycled and back', async () => {
    const scene = await makeScene(db());
    const email = await demo(scene);
    await say(scene, email, 'recycled');
    expect(await figures(scene)).toMatchObject({ waiting: 0, recycled: { recycled: 1, woken: 0 } });
    scene.clock.now = Date.UTC(2026, 11, 2);
    await scene.work();
    const back = { recycled: 1, woken: 1, accepted: 0, because: [{ because: 'day', n: 1 }] };
    expect(await figures(scene)).toMatchObject({ handed: 1, waiting: 1, recycled: back });
    await say(scene, email, 'accepted');
    expect(await figures(scene)).toMatchObject({
      ...{ handed: 1, waiting: 0, accepted: 1 },
      recycled: { ...back, accepted: 1 },
    });
  });

  it('two who turn out to be one are one; who is erased leaves a reason and nothing else', async () => {
    const scene = await makeScene(db());
    const [one, other] = [await demo(scene), await demo(scene)];
    await say(scene, one, 'accepted');
    await say(scene, other, 'rejected', 'student');
    expect(await figures(scene)).toMatchObject({ handed: 2, accepted: 1, steps: { inquiry: 2 } });
    const [into, from] = [await scene.card(one), await scene.card(other)];
    const merge = { path: `/api/leads/${into.leadId}/merge`, body: { other: from.leadId } };
    const joined = await scene.ask({ ...merge, token: scene.tokens.admin });
    expect(joined.status, JSON.stringify(joined.body)).toBe(200);
    const both = await figures(scene);
    expect(both).toMatchObject({ handed: 1, accepted: 0, steps: { inquiry: 1, mql: 1, sal: 0 } });
    const erase = { leadId: into.leadId, email: (await scene.card(one)).who.email };
    const path = '/api/privacy/erase';
    const erased = await scene.ask({ path, token: scene.tokens.admin, body: erase });
    expect(erased.status, JSON.stringify(erased.body)).toBe(200);
    const after = await figures(scene);
    expect(after).toMatchObject({ handed: 0, steps: { inquiry: 0 }, rejected: both.rejected });
    const { leads } = await asking(scene).behind('reasons', 'rejected:Student', PERIOD);
    expect(leads.map(({ name, records }) => ({ name, records }))).toEqual(
      both.rejected.length === 0 ? [] : [{ name: null, records: [] }],
    );
  });

  it('whom sales found is told apart, and a record leads back to the CRM', async () => {
    const scene = await makeScene(db());
    const record = aRecord();
    const item = registrationItem(record, { name: 'Kim' }, scene.tools);
    await scene.say(scene.tokens.rep, item);
    await demo(scene);
    const ask = asking(scene);
    const { sales, marketing } = await ask.report('sourced', sourcedReport, PERIOD);
    expect([sales.came, marketing.came]).toEqual([1, 1]);
    const { leads } = await ask.behind('sourced', sales.mark, PERIOD);
    expect(leads).toMatchObject([{ leadId: item.leadId, name: 'Kim', records: [record] }]);
    const { body } = await ask.get('segments', {});
    expect(body).toEqual({ sources: ['google', null], campaigns: ['Spring', null] });
    const longAgo = new Date(scene.clock.now - 366 * DAY);
    await db()
      .updateTable('lead')
      .set({ first_at: longAgo, created_at: longAgo })
      .where('ws_id', '=', scene.wsId)
      .execute();
    expect((await ask.get('segments', {})).body).toEqual({ sources: [], campaigns: [] });
  });

  it('an administrator decides whether figures of single people are shown, and it is written down', async () => {
    const scene = await makeScene(db());
    const path = '/api/settings';
    const shown = async () => (await scene.ask({ path, token: scene.tokens.rep })).body;
    expect(await shown()).toEqual({ repFigures: false });
    const set = { path, method: 'PUT', body: { repFigures: true } };
    expect((await scene.ask({ ...set, token: scene.tokens.marketer })).status).toBe(403);
    for (const _ of [1, 2]) {
      const answer = await scene.ask({ ...set, token: scene.tokens.admin });
      expect(answer.body).toEqual({ repFigures: true });
    }
    expect(await shown()).toEqual({ repFigures: true });
    const { body } = await scene.ask({ path: '/api/audit', token: scene.tokens.admin });
    const { entries } = body as { entries: { action: string }[] };
    expect(entries.map(({ action }) => action)).toEqual(['reports.reps-shown']);
  });
});
