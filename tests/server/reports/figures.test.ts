import { beforeAll, describe, expect, it } from 'vitest';
import {
  acceptanceReport,
  FEWEST,
  funnelReport,
  headlineReport,
  type Rate,
  type ReportQuery,
  reasonsReport,
  recycledReport,
  sourcedReport,
} from '../../../lib/contract/reports.ts';
import { enginesFor, useEngine } from '../support/engines.ts';
import { makeScene } from '../support/scene.ts';
import { asking } from './support/asking.ts';
import { diceOf } from './support/draw.ts';
import * as expected from './support/expected.ts';
import { dayAt, fillWorkspace, WHOLE } from './support/fixture.ts';
import { type Known, knownLeads } from './support/known.ts';

/** Periods that begin and end in the middle of weeks, and segments of every kind: the whole, some chosen, and some drawn. */
const QUERIES: ReportQuery[] = [
  WHOLE,
  { from: dayAt(40), to: dayAt(40) },
  { ...WHOLE, source: 'A “quoted: source' },
  { ...WHOLE, source: '', sourced: 'marketing' },
  { from: dayAt(20), to: dayAt(120), sourced: 'sales' },
  { ...WHOLE, campaign: '' },
  { ...WHOLE, campaign: 'nobody came by this one' },
  ...drawnQueries(6),
];

function drawnQueries(count: number): ReportQuery[] {
  const dice = diceOf(99);
  return Array.from({ length: count }, () => {
    const from = dice.whole(150);
    const source = dice.of(['google', 'linkedin', null]);
    const sourced = dice.of(['marketing', null] as const);
    return {
      ...{ from: dayAt(from), to: dayAt(from + dice.whole(60)) },
      ...(source === null ? {} : { source }),
      ...(sourced === null ? {} : { sourced }),
    };
  });
}

const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
const plain = ({ n, of }: Rate) => ({ n, of });

describe.each(enginesFor(import.meta.url))('reports, on %s', (engine) => {
  const db = useEngine(engine);
  let ask: ReturnType<typeof asking>;
  let all: Known[];

  beforeAll(async () => {
    const scene = await makeScene(db());
    await fillWorkspace(db(), scene.wsId, { seed: 7, count: 420 });
    // Somebody else's team, of which nothing may be counted.
    await fillWorkspace(db(), (await makeScene(db())).wsId, { seed: 8, count: 40 });
    ask = asking(scene);
    all = await knownLeads(db(), scene.wsId);
  });

  it('headline: what was handed over and what was taken, whole and by week', async () => {
    for (const query of QUERIES) {
      const { volume, quality } = await ask.report('headline', headlineReport, query);
      const want = expected.headline(all, query);
      expect(volume.handed).toBe(want.handed.length);
      const counted = volume.weeks.filter(({ n }) => n > 0).map(({ week, n }) => [week, n]);
      expect(Object.fromEntries(counted)).toEqual(
        Object.fromEntries([...want.weeks].map(([week, ids]) => [week, ids.length])),
      );
      expect(sum(volume.weeks.map(({ n }) => n))).toBe(volume.handed);
      expect(plain(quality.accepted)).toEqual(want.accepted);
      expect(quality).toMatchObject({ recycled: want.recycled, waiting: want.waiting });
      expect(quality.accepted.of + quality.waiting).toBe(volume.handed);
      expect(quality.accepted.low === null).toBe(quality.accepted.of < FEWEST);
    }
  });

  it('funnel: nobody is lost between two steps, nor counted twice', async () => {
    for (const query of QUERIES) {
      const { steps } = await ask.report('funnel', funnelReport, query);
      const want = expected.funnel(all, query);
      for (const [place, { step, n, ended, weeks }] of steps.entries()) {
        const wanted = want[place];
        expect({ step, n }).toEqual({ step: wanted?.step, n: wanted?.got.length });
        expect(ended).toEqual(
          Object.fromEntries(
            Object.entries(wanted?.ended ?? {}).map(([as, ids]) => [as, ids.length]),
          ),
        );
        const next = steps[place + 1]?.n ?? n;
        expect(n).toBe(next + sum(Object.values(ended)));
        expect(weeks.map((week) => week.n)).toEqual(
          weeks.map(({ week }) => wanted?.inWeek(week).length),
        );
        expect(sum(weeks.map((week) => week.n))).toBe(n);
        expect(sum(weeks.map(({ waiting }) => waiting))).toBe(ended.waiting);
      }
    }
  });

  it('acceptance: by source and campaign everybody is in one row, by content in as many as they read', async () => {
    for (const by of ['source', 'campaign', 'content'] as const) {
      for (const query of QUERIES.map((one) => ({ ...one, by }))) {
        const { rows, others, total } = await ask.report('acceptance', acceptanceReport, query);
        const want = expected.acceptance(all, query);
        for (const { value, handed, accepted, recycled } of rows) {
          const leads = want.get(value) ?? [];
          expect({ value, handed, recycled }).toEqual({
            ...{ value, handed: leads.length },
            recycled: leads.filter(expected.isRecycled).length,
          });
          expect(plain(accepted)).toEqual(expected.rateAmong(leads));
        }
        const shown = new Set(rows.map(({ value }) => value));
        expect(shown.size).toBe(Math.min(50, want.size));
        const unseen = [...want].filter(([value]) => !shown.has(value));
        const left = [...new Set(unseen.flatMap(([, leads]) => leads))];
        expect(others?.handed ?? 0).toBe(left.length);
        expect(others?.values ?? 0).toBe(unseen.length);
        expect(plain(others?.accepted ?? { n: 0, of: 0, low: 0, high: 0 })).toEqual(
          expected.rateAmong(left),
        );
        for (const [, leads] of unseen) {
          expect(leads.length).toBeLessThanOrEqual(rows.at(-1)?.handed ?? 0);
        }
        const handed = expected.handedIn(all, query);
        expect(total.handed).toBe(handed.length);
        expect(plain(total.accepted)).toEqual(expected.rateAmong(handed));
        const added = sum(rows.map((row) => row.handed)) + (others?.handed ?? 0);
        if (by !== 'content') expect(added).toBe(total.handed);
      }
    }
  });

  it('reasons: every last verdict of the period in one place', async () => {
    for (const query of QUERIES) {
      const found = await ask.report('reasons', reasonsReport, query);
      const want = expected.reasons(all, query);
      const count = (key: string) => want.get(key)?.length ?? 0;
      for (const side of ['rejected', 'disqualified'] as const) {
        const counted = found[side].map(({ reason, n }) => [`${side}:${reason}`, n]);
        const wanted = [...want].filter(([key]) => key.startsWith(side));
        expect(Object.fromEntries(counted)).toEqual(
          Object.fromEntries(wanted.map(([key, ids]) => [key, ids.length])),
        );
        const ns = found[side].map(({ n }) => n);
        expect(ns).toEqual(ns.toSorted((a, b) => b - a));
      }
      expect(found.recycled).toBe(count('recycled:null'));
      expect(found.accepted).toBe(count('accepted:null') + count('qualified:null'));
    }
  });

  it('recycled: each step holds the next, and everybody who came back has what brought them', async () => {
    for (const query of QUERIES) {
      const found = await ask.report('recycled', recycledReport, query);
      const { steps, because } = expected.recycled(all, query);
      const { recycled, woken, accepted, opportunity, won } = found;
      expect({ recycled, woken, accepted, opportunity, won }).toEqual(
        Object.fromEntries(Object.entries(steps).map(([step, ids]) => [step, ids.length])),
      );
      expect(Object.fromEntries(found.because.map((one) => [one.because, one.n]))).toEqual(
        Object.fromEntries(because),
      );
      expect(sum(found.because.map(({ n }) => n))).toBe(woken);
    }
  });

  it('sourced: both sides together are the funnel', async () => {
    for (const query of QUERIES) {
      const found = await ask.report('sourced', sourcedReport, query);
      const want = expected.sourced(all, query);
      for (const side of ['marketing', 'sales'] as const) {
        const { mark: _, accepted, ...figures } = found[side];
        expect({ ...figures, accepted: plain(accepted) }).toEqual(want[side].figures);
      }
      const { steps } = await ask.report('funnel', funnelReport, query);
      const both = (of: 'came' | 'sql' | 'opportunity' | 'won') =>
        found.marketing[of] + found.sales[of];
      expect([both('came'), both('sql'), both('opportunity'), both('won')]).toEqual(
        [0, 3, 4, 5].map((place) => steps[place]?.n),
      );
    }
  });
});
