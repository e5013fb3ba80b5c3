import { describe, expect, it } from 'vitest';
import type { BehindAnswer, DelaysReport } from '../../../lib/contract/reports.ts';
import { gitlabPreset } from '../../../lib/score/presets/gitlab.ts';
import { enginesFor, useEngine } from '../support/engines.ts';
import { HOUR, MINUTE, makeScene, START } from '../support/scene.ts';
import { during, median, type Tables, tablesOf } from './support/by-hand.ts';
import { FROM, fillWithJudged, TO } from './support/judged.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
/** Nobody did these: mail went out, or a deal ended. */
const NOT_THEIRS = new Set(['email_delivered', 'deal_won']);

/** For each lead handed over in the days, both delays in milliseconds, null where there was none. */
function waitsOf({ leads, events, verdicts }: Tables) {
  return leads.flatMap(({ lead_id, handoff_at }) => {
    if (!handoff_at || !during(FROM, TO)(handoff_at)) return [];
    const at = handoff_at.getTime();
    const did = events.filter(
      (event) =>
        event.lead_id === lead_id &&
        event.at.getTime() <= at &&
        !event.machine &&
        !NOT_THEIRS.has(event.kind),
    );
    const all = verdicts.filter((verdict) => verdict.lead_id === lead_id);
    const said = all.filter(({ order_at }) => order_at.getTime() >= at);
    const last = all
      .toSorted((a, b) => Number(a.order_at) - Number(b.order_at) || a.seq - b.seq)
      .at(-1);
    const answered = last !== undefined && !(last.verdict === 'recycled' && last.woken_at);
    const newest = Math.max(...did.map((event) => event.at.getTime()));
    const first = Math.min(...said.map(({ order_at }) => order_at.getTime()));
    return {
      leadId: lead_id,
      at,
      system: did.length === 0 ? null : at - newest,
      human: said.length > 0 ? first - at : answered ? 0 : null,
    };
  });
}

describe.each(enginesFor(import.meta.url))('whose waiting it was, on %s', (engine) => {
  const db = useEngine(engine);

  it('is told by both promises, and every lead handed over is in one bin or waits', async () => {
    const sla = { salesHours: 30, marketingHours: 48, handoffMinutes: 20 };
    const scene = await makeScene(db(), {}, { ...gitlabPreset, sla });
    await fillWithJudged(scene);
    const get = async (path: string) => (await scene.ask({ path, token: scene.tokens.rep })).body;
    const period = `from=${FROM}&to=${TO}`;
    const answer = (await get(`/api/reports/delays?${period}`)) as DelaysReport;
    const behind = async (mark: string) => {
      const found: string[] = [];
      for (let next: string | null = ''; next !== null; ) {
        const path = `/api/reports/leads?${period}&report=delays&mark=${mark}${next && `&before=${next}`}`;
        const page = (await get(path)) as BehindAnswer;
        found.push(...page.leads.map(({ leadId }) => leadId));
        next = page.next;
      }
      return found;
    };
    const waits = waitsOf(await tablesOf(db(), scene.wsId));
    const ids = (of: { leadId: string }[]) => of.map(({ leadId }) => leadId).sort();

    for (const [side, minutes] of [
      ['system', 20],
      ['human', 30 * 60],
    ] as const) {
      const own = waits.flatMap((wait) => {
        const took = wait[side];
        return took === null ? [] : { leadId: wait.leadId, took };
      });
      const { bins, ...rest } = answer[side];
      const took = own.map((one) => one.took / MINUTE);
      expect(rest).toEqual({
        n: own.length,
        promise: minutes,
        kept: took.filter((each) => each <= minutes).length,
        median: expect.closeTo(median(took) ?? -1, 6),
        sum: expect.closeTo(sum(took), 3),
      });
      const edges = [0, 1, 5, 15, 20, 60, 240, 480, 1440, 1800, Number.POSITIVE_INFINITY];
      expect(bins.map(({ upTo }) => upTo)).toEqual([...edges.slice(1, -1), null]);
      expect(sum(bins.map(({ n }) => n))).toBe(own.length);
      const kept = bins.filter(({ upTo }) => upTo !== null && upTo <= minutes);
      expect(sum(kept.map(({ n }) => n))).toBe(rest.kept);
      for (const [place, { n, mark }] of bins.entries()) {
        const low = place === 0 ? -1 : (edges[place] ?? 0);
        const high = edges[place + 1] ?? 0;
        const inBin = own.filter((one) => one.took / MINUTE > low && one.took / MINUTE <= high);
        expect(n).toBe(inBin.length);
        expect(await behind(mark)).toEqual(ids(inBin));
      }
    }
    const waiting = waits.filter(({ human }) => human === null);
    const late = waiting.filter(({ at }) => START - at > 30 * HOUR);
    expect(answer.waiting).toMatchObject({ n: waiting.length, late: late.length });
    expect(await behind('waiting')).toEqual(ids(waiting));
    expect(await behind('late')).toEqual(ids(late));
    expect(answer.human.n + answer.waiting.n).toBe(waits.length);
    const path = `/api/reports/leads?${period}&report=delays&mark=human:7`;
    expect((await scene.ask({ path, token: scene.tokens.rep })).status).toBe(400);
  });
});
