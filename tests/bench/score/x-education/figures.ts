/** The figures that every model of X Education is judged by, with how sure they are. */
import { bootstrap } from '../../../../lib/score/learn/intervals.ts';
import { auc, brier, ece, liftOfTopTenth } from '../../../../lib/score/learn/metrics.ts';
import type { Random } from '../../../../lib/score/learn/random.ts';
import type { Figure, Goal } from '../table.ts';

/** What a model said of the test leads, side by side and oldest first. */
export interface Judged {
  /** Whatever it ranks by. */
  scores: ArrayLike<number>;
  /** Null when it makes no promise. */
  chances: ArrayLike<number> | null;
  outcomes: ArrayLike<number>;
}

export type Goals = Partial<Record<'auc' | 'brier' | 'ece' | 'lift', Goal>>;

/** Above this a model of X Education has seen the outcome; honest ones end near .89. */
const TOO_GOOD = 0.95;
const SAMPLES = 200;
/** Consecutive parts of the test period. */
const PERIODS = 8;

/** @returns AUC (pooled and within periods), lift, and of a promise also Brier and calibration; throws on a leak */
export function figuresOf(judged: Judged, goals: Goals, random: Random): Figure[] {
  const { scores, chances, outcomes } = judged;
  const figure = (
    name: string,
    of: (values: ArrayLike<number>, outcomes: ArrayLike<number>) => number,
    values: ArrayLike<number>,
    goal?: Goal,
  ): Figure => ({
    name,
    value: of(values, outcomes),
    interval: bootstrap(of, values, outcomes, random, SAMPLES),
    ...(goal && { goal }),
  });
  refuseTooGood(auc(scores, outcomes));
  return [
    figure('AUC', auc, scores, goals.auc),
    { name: `AUC within ${PERIODS} periods, mean`, value: withinPeriods(scores, outcomes) },
    figure('lift of the top tenth', liftOfTopTenth, scores, goals.lift),
    ...(chances
      ? [
          figure('Brier', brier, chances, goals.brier),
          figure('ECE, 10 bands of equal size', ece, chances, goals.ece),
        ]
      : []),
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
