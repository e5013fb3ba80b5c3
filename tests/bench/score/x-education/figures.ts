/** The figures that every model of X Education is judged by, with how sure they are. */
import { auc } from '../../../../lib/score/learn/metrics.ts';
import type { Random } from '../../../../lib/score/learn/random.ts';
import { type Goals, type Promised, promiseFigures } from '../promise-figures.ts';
import type { Figure } from '../table.ts';

/** Above this a model of X Education has seen the outcome; honest ones end near .89. */
const TOO_GOOD = 0.95;
const SAMPLES = 200;
/** Consecutive parts of the test period. */
const PERIODS = 8;

/** @returns AUC (pooled and within periods), lift, and of a promise also Brier and calibration; throws on a leak */
export function figuresOf(judged: Promised, goals: Goals, random: Random): Figure[] {
  const { scores, outcomes } = judged;
  refuseTooGood(auc(scores, outcomes));
  const [pooled, ...others] = promiseFigures(judged, goals, random, SAMPLES);
  const within = `AUC within ${PERIODS} periods, mean`;
  return [
    ...(pooled ? [pooled] : []),
    { name: within, value: withinPeriods(scores, outcomes) },
    ...others,
  ];
}

/** Throws when the AUC is higher than it can be without a leak (NaN does not throw). */
export function refuseTooGood(value: number): void {
  if (value >= TOO_GOOD) {
    throw new Error(`An AUC of ${value.toFixed(3)} on X Education means a leak, not a triumph.`);
  }
}

function withinPeriods(scores: ArrayLike<number>, outcomes: ArrayLike<number>): number {
  const [all, seen] = [Array.from(scores), Array.from(outcomes)];
  let sum = 0;
  for (let period = 0; period < PERIODS; period++) {
    const from = Math.floor((period * all.length) / PERIODS);
    const until = Math.floor(((period + 1) * all.length) / PERIODS);
    sum += auc(all.slice(from, until), seen.slice(from, until));
  }
  return sum / PERIODS;
}
