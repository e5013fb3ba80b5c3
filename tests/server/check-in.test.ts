import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CheckIn, Decision } from '../../lib/contract/check-in.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import { gitlabPreset } from '../../lib/score/presets/gitlab.ts';
import { toJson } from '../../server/db/json.ts';
import { during, judgedIn, type Tables, tablesOf } from './reports/support/by-hand.ts';
import { FROM, fillWithJudged, TO } from './reports/support/judged.ts';
import { enginesFor, useEngine } from './support/engines.ts';
import { DAY, HOUR, MINUTE, makeScene, type Scene, START } from './support/scene.ts';

const iso = (at: number) => new Date(at).toISOString();
const SLA = { salesHours: 30, marketingHours: 40, handoffMinutes: 20 };
/** Says much, but nobody sees it: a later one comes into force in the period. */
const FIRST: LeadDefinition = { ...gitlabPreset, sla: SLA, promisedPerWeek: 35 };

describe.each(enginesFor(import.meta.url))('the check-in, on %s', (engine) => {
  const db = useEngine(engine);
  const read = async (scene: Scene, from = FROM, to = TO) =>
    (await scene.ask({ path: `/api/check-in?from=${from}&to=${to}`, token: scene.tokens.rep }))
      .body as CheckIn;
  const decide = (scene: Scene, token: string, decisionId: string, more: object = {}) =>
    scene.ask({
      path: '/api/check-in/decisions',
      token,
      body: { decisionId, text: 'Ask for the employer', ...more },
    });
  const change = (scene: Scene, token: string, id: string, done: boolean) =>
    scene.ask({
      path: `/api/check-in/decisions/${id}`,
      token,
      method: 'PUT',
      body: { done },
    });
  const drop = (scene: Scene, token: string, id: string) =>
    scene.ask({ path: `/api/check-in/decisions/${id}`, token, method: 'DELETE' });

  it('counts what each side promised and kept, by the definition at the end of the days', async () => {
    const scene = await makeScene(db(), {}, FIRST);
    await fillWithJudged(scene);
    const second = { ...FIRST, version: 2, promisedPerWeek: 20, promisedShare: 0.5 };
    const later = { ...FIRST, version: 3, promisedPerWeek: 1, promisedShare: 0.9 };
    const row = (definition: LeadDefinition, at: string) => ({
      ...{ ws_id: scene.wsId, version: definition.version, body: toJson(definition) },
      created_at: new Date(at),
    });
    await db()
      .insertInto('definition')
      .values([row(second, '2026-10-20T10:00:00Z'), row(later, '2026-11-22T00:00:00Z')])
      .execute();
    const tables = await tablesOf(db(), scene.wsId);
    const page = await read(scene);

    expect(page.headline).toMatchObject({ definitionVersion: 2, quality: { promisedShare: 0.5 } });
    expect(page.changes.map(({ version }) => version)).toEqual([2]);
    expect(page.workspace).toBe('Tidewell');
    // As many days before, and the definition there was then.
    expect(page.before.definitionVersion).toBe(1);
    expect(page.before.volume.promised).toBeCloseTo((82 / 7) * 35, 9);
    const of = (what: string) => page.promises.find((promise) => promise.what === what);
    const { handed, promised } = page.headline.volume;
    expect(promised).toBeCloseTo((82 / 7) * 20, 9);
    expect(of('volume')).toMatchObject({ kept: handed, of: 234, held: handed >= 234.3 });
    const { n, of: judged, high } = page.headline.quality.accepted;
    expect(of('quality')).toMatchObject({ kept: n, of: judged, held: (high ?? 0) >= 0.5 });

    expect(of('handoff-in-time')).toMatchObject(handoffs(tables));
    expect(of('verdict-in-time')).toMatchObject(verdicts(tables, scene.clock.now));
    expect(of('answer-in-time')).toMatchObject(answers(tables, scene.clock.now));
    const rejected = judgedIn(tables, FROM, TO).filter(({ said }) => said.verdict === 'rejected');
    expect(of('reason-given')).toMatchObject({
      kept: rejected.filter(({ said }) => said.reason_label !== null).length,
      of: rejected.length,
      held: false,
    });

    const late = tables.feedback.filter(
      ({ queue, made_at }) => queue === 'open' && START - made_at.getTime() > 40 * HOUR,
    );
    const waiting = tables.leads.filter(
      ({ stage, handoff_at }) =>
        stage === 'mql' && handoff_at && START - handoff_at.getTime() > 30 * HOUR,
    );
    expect(page.open).toContainEqual({ what: 'late-answers', n: late.length });
    expect(page.open).toContainEqual({ what: 'late-verdicts', n: waiting.length });
    // By lot two people agree half of the time.
    expect(page.open.map(({ what }) => what)).toContain('disagreement');
  });

  it('says nothing of what did not happen', async () => {
    const page = await read(await makeScene(db()));
    expect(page).toMatchObject({ open: [], decisions: [] });
    for (const { held, kept, of } of page.promises) expect([held, kept, of]).toEqual([null, 0, 0]);
  });

  it('shows a draft with the sides it waits for, and not once it only waits for its day', async () => {
    const scene = await makeScene(db());
    const definition = { ...gitlabPreset, mqlAt: 25 };
    const path = '/api/definitions/drafts';
    const { marketer, rep } = scene.tokens;
    const made = await scene.ask({ path, token: marketer, body: { basedOn: 1, definition } });
    const { draftId } = made.body as { draftId: string };
    expect((await read(scene)).open).toEqual([
      { what: 'draft', version: 2, waitsFor: ['marketing', 'sales'] },
    ]);
    const sign = (token: string, side: string) =>
      scene.ask({ path: `${path}/${draftId}/signatures`, token, body: { side } });
    await sign(marketer, 'marketing');
    expect((await read(scene)).open).toMatchObject([{ waitsFor: ['sales'] }]);
    await sign(rep, 'sales');
    const body = { startsOn: iso(START + 9 * DAY).slice(0, 10) };
    await scene.ask({ path: `${path}/${draftId}/start`, token: marketer, method: 'PUT', body });
    await scene.ask({ path: `${path}/${draftId}/publish`, token: marketer, body: {} });
    expect((await read(scene)).open).toEqual([]);
    // Whoever has left cannot be asked any more, so there is something to decide again.
    await db()
      .updateTable('member')
      .set({ removed_at: new Date(START) })
      .where('ws_id', '=', scene.wsId)
      .where('role', '=', 'rep')
      .execute();
    const { marketer: token } = scene.tokens;
    const { body: left } = await scene.ask({
      path: `/api/check-in?from=${body.startsOn}&to=${body.startsOn}`,
      token,
    });
    expect(left).toMatchObject({ open: [{ what: 'draft', waitsFor: ['sales'] }] });
  });

  it('takes nobody at their word before the day has come', async () => {
    const scene = await makeScene(db(), {}, FIRST);
    const volume = async (from: number, to: number) => {
      const days = [START + from * DAY, START + to * DAY].map((at) => iso(at).slice(0, 10));
      const { headline, promises } = await read(scene, ...days);
      const promise = promises.find(({ what }) => what === 'volume');
      return [headline.volume.promised, promise?.of];
    };
    expect(await volume(-6, 0)).toEqual([35, 35]);
    expect(await volume(-1, 5)).toEqual([10, 10]);
    expect(await volume(1, 7)).toEqual([0, 0]);
  });

  it('looks at ten years at most, of those that dates can tell', async () => {
    const scene = await makeScene(db());
    const days = ['from=2016-01-01&to=2026-11-22', 'from=0001-01-01&to=0001-01-07'];
    for (const query of [...days, 'from=9999-12-01&to=9999-12-31']) {
      const asked = { path: `/api/check-in?${query}`, token: scene.tokens.rep };
      expect(await scene.ask(asked), query).toMatchObject({ status: 400 });
    }
  });

  it('keeps decisions until they are done, each once, and lets go only those of one’s own', async () => {
    const scene = await makeScene(db());
    const { admin, marketer, rep } = scene.tokens;
    const [old, done, own] = [randomUUID(), randomUUID(), randomUUID()];
    const here = iso(START).slice(0, 10);
    const shown = async (from = here) => {
      const { decisions } = await read(scene, from, here);
      return decisions.map(({ decisionId }) => decisionId);
    };
    scene.clock.now = START - 9 * DAY;
    await decide(scene, rep, old, { owner: 'Ines', dueOn: '2026-12-01' });
    scene.clock.now += MINUTE;
    await decide(scene, rep, done);
    expect((await change(scene, marketer, done, true)).body).toMatchObject({
      doneAt: iso(scene.clock.now),
    });
    scene.clock.now = START;
    // Said again without an answer: neither a second time, nor in other words.
    const again = await decide(scene, rep, old, { text: 'Something else' });
    expect(again.body).toEqual({
      decisionId: old,
      at: iso(START - 9 * DAY),
      by: 'Ben',
      text: 'Ask for the employer',
      owner: 'Ines',
      dueOn: '2026-12-01',
      doneAt: null,
    });
    await decide(scene, marketer, own);
    // Of before only what is not done; with the days of then, both.
    expect(await shown()).toEqual([old, own]);
    expect(await shown('2026-11-13')).toEqual([old, done, own]);
    const first = (await change(scene, marketer, old, true)).body as Decision;
    scene.clock.now += HOUR;
    expect((await change(scene, rep, old, true)).body).toEqual(first);
    expect((await change(scene, rep, old, false)).body).toMatchObject({ doneAt: null });

    const refused = await drop(scene, rep, own);
    expect(refused.status).toBe(403);
    expect((refused.body as Problem).detail).toContain('Ines');
    const others = await makeScene(db());
    expect((await drop(others, others.tokens.admin, own)).status).toBe(404);
    expect((await drop(scene, marketer, own)).status).toBe(200);
    expect((await drop(scene, admin, old)).status).toBe(200);
    expect((await drop(scene, admin, old)).status).toBe(404);
    expect(await shown()).toEqual([]);
  });
});

function handoffs({ leads, events }: Tables) {
  const waits = leads.flatMap(({ lead_id, handoff_at }) => {
    if (!handoff_at || !during(FROM, TO)(handoff_at)) return [];
    const did = events.filter(
      ({ lead_id: whose, at, machine, kind }) =>
        whose === lead_id &&
        at <= handoff_at &&
        !machine &&
        kind !== 'deal_won' &&
        kind !== 'email_delivered',
    );
    const newest = Math.max(...did.map(({ at }) => at.getTime()));
    return did.length === 0 ? [] : handoff_at.getTime() - newest;
  });
  return { kept: waits.filter((wait) => wait <= 20 * MINUTE).length, of: waits.length };
}

function verdicts({ leads, verdicts: said }: Tables, now: number) {
  const waits = leads.flatMap(({ lead_id, handoff_at }) => {
    if (!handoff_at || !during(FROM, TO)(handoff_at)) return [];
    const first = said.find((one) => one.lead_id === lead_id && one.order_at >= handoff_at);
    if (first) return first.order_at.getTime() - handoff_at.getTime();
    const last = said.findLast((one) => one.lead_id === lead_id);
    if (last && !(last.verdict === 'recycled' && last.woken_at)) return 0;
    return now - handoff_at.getTime() > 30 * HOUR ? Number.POSITIVE_INFINITY : [];
  });
  return { kept: waits.filter((wait) => wait <= 30 * HOUR).length, of: waits.length };
}

function answers({ feedback }: Tables, now: number) {
  const due = feedback.filter(
    ({ queue, order_at, answered_at }) =>
      queue !== null &&
      during(FROM, TO)(order_at) &&
      (answered_at !== null || now - order_at.getTime() > 40 * HOUR),
  );
  const kept = due.filter(
    ({ order_at, answered_at }) =>
      answered_at !== null && answered_at.getTime() - order_at.getTime() <= 40 * HOUR,
  );
  return { kept: kept.length, of: due.length };
}
