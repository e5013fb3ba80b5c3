/**
 * From points to a chance. As much freedom as the verdicts can pay for: the base alone below 50, slope and base
 * (Platt) from there, any rising curve (isotonic) above 1,000, smoothed by its neighbours so that no step is wild.
 */
import { designOf } from './design.ts';
import { isotonic, type Stair, valueAt } from './isotonic.ts';
import { chanceOf, logitOf } from './logit.ts';
import { fitMap } from './map-fit.ts';

export const FEWEST_FOR_SLOPE = 50;
export const FEWEST_FOR_STAIRS = 1000;

/** How a raw logit becomes a chance. */
export interface Calibrator {
  kind: 'base' | 'platt' | 'isotonic';
  /** chance = 1 / (1 + exp(-(slope · logit + base))), before stairs. */
  slope: number;
  base: number;
  /** For `isotonic`: observed chance by Platt logit, rising. */
  stairs: Stair[];
  /** How many verdicts it rests on. */
  n: number;
}

export const UNCALIBRATED: Calibrator = { kind: 'base', slope: 1, base: 0, stairs: [], n: 0 };

export interface CalibrateOptions {
  /** How much each verdict counts; all the same when left out. */
  counts?: ArrayLike<number> | undefined;
  /** Standard deviation of the slope around 1. */
  slopeSd?: number;
  /** False keeps to Platt however many verdicts there are. */
  stairs?: boolean;
}

/**
 * @param logits of cases that had no part in fitting the weights (out of fold, or later in time)
 * @param outcomes 1 accepted, 0 not
 */
export function calibrate(
  logits: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  { counts, slopeSd = 0.5, stairs = true }: CalibrateOptions = {},
): Calibrator {
  const n = logits.length;
  if (n === 0) return UNCALIBRATED;
  // Below 50 the slope is not learned: a prior so narrow that it stays 1.
  const sd = n < FEWEST_FOR_SLOPE ? 1e-6 : slopeSd;
  const design = designOf(
    Array.from(logits, (logit) => [[0, logit] as const]),
    1,
  );
  const prior = { mean: Float64Array.of(1, 0), sd: Float64Array.of(sd, 3) };
  const { weights } = fitMap({ design, labels: outcomes, counts }, prior);
  // A slope of zero or less would turn the score over: then the score says nothing, and the base rate is all.
  const slope = Math.max(weights[0] ?? 1, 1e-3);
  const base = weights[1] ?? 0;
  const platt: Calibrator = {
    kind: n < FEWEST_FOR_SLOPE ? 'base' : 'platt',
    slope,
    base,
    stairs: [],
    n,
  };
  if (!stairs || n <= FEWEST_FOR_STAIRS) return platt;
  const straight = Float64Array.from(logits, (logit) => slope * logit + base);
  return { ...platt, kind: 'isotonic', stairs: isotonic(straight, outcomes, counts) };
}

/** @returns the chance, strictly between 0 and 1; never lower for a higher logit */
export function calibrated(calibrator: Calibrator, logit: number): number {
  const straight = calibrator.slope * logit + calibrator.base;
  if (calibrator.kind !== 'isotonic') return chanceOf(straight);
  return chanceOf(logitOf(valueAt(calibrator.stairs, straight)));
}
