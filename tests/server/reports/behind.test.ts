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
import { enginesFor, useEngine } from '../support/engines.ts';
import { makeScene } from '../support/scene.ts';
import { asking } from './support/asking.ts';
import * as expected from './support/expected.ts';
import { dayAt, fillWorkspace, WHOLE } from './support/fixture.ts';
import { type Known, knownLeads } from './support/known.ts';

const SOME: ReportQuery = { from: dayAt(31), to: dayAt(99), source: 'google' };

describe.each(enginesFor(import.meta.url))('the leads behind figures, on %s', (engine) => {
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
