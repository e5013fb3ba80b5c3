/**
 * CDNOW: do decayed counters say who buys in the next 91 days, and does the promise still hold a year later? Days count
 * from 1997-01-01. A snapshot may be learned from when its 91 days have passed before the day that is scored.
 */
import { auc, ece } from '../../../lib/score/learn/metrics.ts';
import type { Random } from '../../../lib/score/learn/random.ts';
import { type CounterCard, chancesOf, counterCard, fitCounters, judge } from './cdnow/counters.ts';
import { readPurchases } from './cdnow/purchases.ts';
import { HALF_LIVES, part, type Snapshot, snapshot, WINDOW } from './cdnow/snapshot.ts';
import type { Given } from './files.ts';
import { type Goals, promiseFigures } from './promise-figures.ts';
import type { Figure, Outcome } from './table.ts';

/** Days to learn from, apart enough that no window overlaps another; the first follows the last new customer. */
const KNOWN = [181, 272, 363] as const;
const TESTED: readonly { day: number; goals: Goals }[] = [
  { day: 363, goals: {} },
  { day: 454, goals: { auc: { atLeast: 0.838 }, ece: { atMost: 0.016 } } },
];

/** @param given `train` is `CDNOW_master.txt`; `test`, when given, the same for customers that nothing is learned from */
export async function cdnow(given: Given, random: Random): Promise<Outcome[]> {
  const customers = await readPurchases(given.train);
  const tested = given.test === null ? customers : await readPurchases(given.test);
  const known = KNOWN.map((day) => ({ day, at: snapshot(customers, day) }));
  return TESTED.flatMap(({ day, goals }) => {
    const closed = known.filter((one) => one.day + WINDOW <= day);
    return rowsFor(day, closed, snapshot(tested, day), goals, random);
  });
}

function rowsFor(
  day: number,
  known: readonly { day: number; at: Snapshot }[],
  test: Snapshot,
  goals: Goals,
  random: Random,
): Outcome[] {
  const row = (what: string, split: string, snapshots: number, figures: Figure[]): Outcome => ({
    part: 'CDNOW',
    what: `day ${day}: ${what}`,
    split,
    trained: snapshots * (known[0]?.at.outcomes.length ?? 0),
    tested: test.outcomes.length,
    figures,
  });
  const card = (what: string, learned: CounterCard, from: string, n: number, own: Goals): Outcome =>
    row(
      what,
      `learned from ${from}; ${halfLivesOf(learned)} and the calibrator (${learned.calibrator.kind}) chosen there`,
      n,
      promiseFigures({ ...judge(test, learned), outcomes: test.outcomes }, own, random),
    );
  const [first, newest] = [known[0]?.at, known.at(-1)?.at];
  if (!first || !newest) throw new RangeError(`Nothing is known yet on day ${day}.`);
  const half = Math.floor(first.outcomes.length / 2);
  const frozen = counterCard([part(first, 0, half)], part(first, half, first.outcomes.length));
  const older = known.slice(0, -1).map(({ at }) => at);
  const days = known.map((one) => one.day).join(', ');
  return [
    row('baseline: one point per purchase', 'nothing is learned', 0, pointFigures(test)),
    row(
      'baseline: regression on the log count',
      'learned from day 181',
      1,
      logFigures(first, test),
    ),
    card('whole points, frozen on day 181', frozen, 'day 181, by halves of the customers', 1, {}),
    card('additive, whole points', counterCard(older, newest), `days ${days}`, known.length, goals),
  ];
}

function halfLivesOf({ counters }: CounterCard): string {
  return counters
    .map(({ name, halfLife }) => `half-life of ${name} ${HALF_LIVES[halfLife]} d`)
    .join(', ');
}

function pointFigures({ purchases, outcomes }: Snapshot): Figure[] {
  return HALF_LIVES.map((halfLife, place) => ({
    name: `AUC, half-life ${halfLife} d`,
    value: auc(purchases[place] ?? [], outcomes),
  }));
}

function logFigures(train: Snapshot, test: Snapshot): Figure[] {
  return HALF_LIVES.flatMap((days, halfLife) => {
    const counters = [{ name: 'purchases', halfLife } as const];
    const chances = chancesOf(test, counters, fitCounters([train], counters));
    return [
      { name: `AUC, half-life ${days} d`, value: auc(chances, test.outcomes) },
      { name: `ECE, half-life ${days} d`, value: ece(chances, test.outcomes) },
    ];
  });
}
