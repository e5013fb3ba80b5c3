/** How good and how honest a score is. All take chances (or scores) and outcomes (1 accepted, 0 not) side by side. */

import type { Random } from './random.ts';

/** @returns the places of the values, lowest value first; equal ones in the order they came */
export function orderOf(values: ArrayLike<number>): Int32Array {
  const order = Int32Array.from({ length: values.length }, (_, place) => place);
  return order.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
}

/**
 * Area under the ROC curve: how often a random accepted lead stands above a random other one (ties count half).
 *
 * @returns NaN when all outcomes are the same
 */
export function auc(scores: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  const order = orderOf(scores);
  let ranks = 0;
  let positives = 0;
  for (let from = 0; from < order.length; ) {
    const score = scores[order[from] ?? 0];
    let until = from;
    let hits = 0;
    // Once at least: a score that is not a number is not even equal to itself.
    do {
      hits += outcomes[order[until] ?? 0] ?? 0;
      until++;
    } while (until < order.length && scores[order[until] ?? 0] === score);
    ranks += hits * ((from + until + 1) / 2);
    positives += hits;
    from = until;
  }
  const negatives = order.length - positives;
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Mean squared distance of chance and outcome: 0 is perfect, base·(1 − base) is knowing the base rate only. */
export function brier(chances: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  let sum = 0;
  for (let place = 0; place < chances.length; place++) {
    sum += ((chances[place] ?? 0) - (outcomes[place] ?? 0)) ** 2;
  }
  return sum / chances.length;
}

/** Mean negative log-likelihood, in nats. */
export function logLoss(chances: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  let sum = 0;
  for (let place = 0; place < chances.length; place++) {
    const chance = Math.max(1e-15, Math.min(1 - 1e-15, chances[place] ?? 0));
    sum -= outcomes[place] ? Math.log(chance) : Math.log(1 - chance);
  }
  return sum / chances.length;
}

/** Promise and observation in one band of cases. */
export interface Band {
  from: number;
  to: number;
  n: number;
  /** Mean chance that was promised. */
  promised: number;
  /** How many were accepted. */
  accepted: number;
}

/** @returns bands of as equal size as possible, lowest chances first */
export function bandsOf(
  chances: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  bands = 10,
): Band[] {
  const order = orderOf(chances);
  const result: Band[] = [];
  for (let band = 0; band < bands; band++) {
    // As numpy.array_split: the first bands get the remainder.
    const small = Math.floor(order.length / bands);
    const more = order.length % bands;
    const from = band * small + Math.min(band, more);
    const until = from + small + (band < more ? 1 : 0);
    if (until === from) continue;
    let promised = 0;
    let accepted = 0;
    for (let at = from; at < until; at++) {
      promised += chances[order[at] ?? 0] ?? 0;
      accepted += outcomes[order[at] ?? 0] ?? 0;
    }
    const n = until - from;
    result.push({
      from: chances[order[from] ?? 0] ?? 0,
      to: chances[order[until - 1] ?? 0] ?? 0,
      n,
      promised: promised / n,
      accepted,
    });
  }
  return result;
}

/** Expected calibration error: the mean distance of promise and observation over ten bands of equal size. */
export function ece(chances: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  const off = bandsOf(chances, outcomes).reduce(
    (sum, band) => sum + Math.abs(band.promised * band.n - band.accepted),
    0,
  );
  return off / chances.length;
}

/**
 * The calibration error that true promises have: outcomes drawn from the chances themselves are off, too, the more the fewer
 * there are. What is measured has to be held against this.
 */
export function eceByChance(chances: ArrayLike<number>, random: Random, samples = 100): number {
  let sum = 0;
  for (let sample = 0; sample < samples; sample++) {
    sum += ece(
      chances,
      Float64Array.from(chances, (chance) => (random() < chance ? 1 : 0)),
    );
  }
  return sum / samples;
}

/** Acceptance in the top-scored tenth over the base rate; of a tie at its edge, the expected part. */
export function liftOfTopTenth(scores: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  const order = orderOf(scores);
  const size = order.length / 10;
  let left = size;
  let hits = 0;
  let all = 0;
  for (let until = order.length; until > 0; ) {
    const score = scores[order[until - 1] ?? 0];
    let from = until;
    let own = 0;
    do {
      own += outcomes[order[from - 1] ?? 0] ?? 0;
      from--;
    } while (from > 0 && scores[order[from - 1] ?? 0] === score);
    all += own;
    const taken = Math.min(left, until - from);
    if (taken > 0) hits += (own * taken) / (until - from);
    left -= taken;
    until = from;
  }
  return hits / size / (all / order.length);
}

/** What a line at some score would hand over. */
export interface AtLine {
  /** How many are at or above the line. */
  volume: number;
  /** Which share of those was accepted; NaN when there are none. */
  precision: number;
  /** Which share of all accepted ones is above the line. */
  recall: number;
}

/** @returns what a line at `line` hands over; the line itself is above */
export function atLine(
  scores: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  line: number,
): AtLine {
  let volume = 0;
  let hits = 0;
  let all = 0;
  for (let place = 0; place < scores.length; place++) {
    const outcome = outcomes[place] ?? 0;
    all += outcome;
    if ((scores[place] ?? 0) < line) continue;
    volume++;
    hits += outcome;
  }
  return { volume, precision: hits / volume, recall: hits / all };
}
