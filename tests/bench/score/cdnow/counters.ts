/**
 * Two rules, so many points per order and so many per dollar, each of a decayed counter on a log scale: the tenth order
 * says less than the second.
 */
import { type Calibrator, calibrate, calibrated } from '../../../../lib/score/learn/calibrate.ts';
import { designOf, type Entry, sums } from '../../../../lib/score/learn/design.ts';
import { chanceOf } from '../../../../lib/score/learn/logit.ts';
import { fitMap } from '../../../../lib/score/learn/map-fit.ts';
import { logLoss } from '../../../../lib/score/learn/metrics.ts';
import { logitOfPoints, pointsOf } from '../../../../lib/score/learn/points.ts';
import type { Snapshot } from './snapshot.ts';

/** One counter of a snapshot. */
export interface Counter {
  name: 'purchases' | 'orders' | 'dollars';
  /** Place in `HALF_LIVES`. */
  halfLife: number;
}

/** What a counter may choose from, places in `HALF_LIVES`: 30, 90 and 180 days. Without decay no promise lasts. */
const CHOICES = [1, 2, 3];

/** Nearly free: a few slopes from 20,000 customers need no prior. */
const WIDE = 10;

/** @returns logits per counter, and the base at the end */
export function fitCounters(
  snapshots: readonly Snapshot[],
  counters: readonly Counter[],
): Float64Array {
  const rows = snapshots.flatMap((one) => rowsOf(one, counters));
  const labels = snapshots.flatMap(({ outcomes }) => [...outcomes]);
  const size = counters.length + 1;
  const prior = { mean: new Float64Array(size), sd: new Float64Array(size).fill(WIDE) };
  return fitMap({ design: designOf(rows, counters.length), labels }, prior).weights;
}

/** @returns the chance of each customer, without rounding to points */
export function chancesOf(
  one: Snapshot,
  counters: readonly Counter[],
  weights: Float64Array,
): Float64Array {
  return sums(designOf(rowsOf(one, counters), counters.length), weights).map(chanceOf);
}

export interface CounterCard {
  counters: readonly Counter[];
  weights: Float64Array;
  calibrator: Calibrator;
}

/**
 * Half-lives, and the calibrator, are chosen on the newest snapshot by fits to the older ones; the weights then learn
 * from all.
 */
export function counterCard(older: readonly Snapshot[], newest: Snapshot): CounterCard {
  const tried = CHOICES.flatMap((orders) =>
    CHOICES.map((dollars) => {
      const counters: Counter[] = [
        { name: 'orders', halfLife: orders },
        { name: 'dollars', halfLife: dollars },
      ];
      const weights = fitCounters(older, counters);
      return {
        counters,
        weights,
        loss: logLoss(chancesOf(newest, counters, weights), newest.outcomes),
      };
    }),
  );
  const { counters, weights } = tried.reduce((best, next) => (next.loss < best.loss ? next : best));
  const base = weights[counters.length] ?? 0;
  const logits = pointsOfEach(newest, counters, weights).map(
    (points) => base + logitOfPoints(points),
  );
  return {
    counters,
    weights: fitCounters([...older, newest], counters),
    calibrator: calibrate(logits, newest.outcomes),
  };
}

/** @returns score (whole points) and calibrated chance of each customer */
export function judge(
  one: Snapshot,
  { counters, weights, calibrator }: CounterCard,
): { scores: Float64Array; chances: Float64Array } {
  const scores = pointsOfEach(one, counters, weights);
  const base = weights[counters.length] ?? 0;
  return {
    scores,
    chances: scores.map((points) => calibrated(calibrator, base + logitOfPoints(points))),
  };
}

/** The points of every counter are whole before they are added. */
function pointsOfEach(
  one: Snapshot,
  counters: readonly Counter[],
  weights: Float64Array,
): Float64Array {
  const rows = rowsOf(one, counters);
  return Float64Array.from(rows, (row) =>
    row.reduce((sum, [column, amount]) => sum + pointsOf((weights[column] ?? 0) * amount), 0),
  );
}

function rowsOf(one: Snapshot, counters: readonly Counter[]): Entry[][] {
  return Array.from(one.outcomes, (_, customer) =>
    counters.map(({ name, halfLife }, column): Entry => {
      return [column, Math.log1p(one[name][halfLife]?.[customer] ?? 0)];
    }),
  );
}
