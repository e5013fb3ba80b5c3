/**
 * From points to a chance. As much freedom as the verdicts can pay for: the base alone below 50, slope and base
 * (Platt) from there, any rising curve (isotonic) above 1,000, if it predicts what it has not seen better than the
 * straight line does.
 */
import { designOf } from './design.ts';
import { isotonic, type Stair, valueAt } from './isotonic.ts';
import { chanceOf, logitOf, logOnePlusExp } from './logit.ts';
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
  /** Standard deviation of the base around 0, in logits. */
  baseSd?: number;
  /** False keeps to Platt however many verdicts there are. */
  stairs?: boolean;
  /** From how many verdicts on the slope is learned. */
  slopeFrom?: number;
}

/**
 * @param logits of cases that had no part in fitting the weights (out of fold, or later in time)
 * @param outcomes 1 accepted, 0 not
 */
export function calibrate(
  logits: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  {
    counts,
    slopeSd = 0.5,
    baseSd = 3,
    stairs = true,
    slopeFrom = FEWEST_FOR_SLOPE,
  }: CalibrateOptions = {},
): Calibrator {
  const n = logits.length;
  if (n === 0) return UNCALIBRATED;
  // Below 50 the slope is not learned: a prior so narrow that it stays 1.
  const sd = n < slopeFrom ? 1e-6 : slopeSd;
  const design = designOf(
    Array.from(logits, (logit) => [[0, logit] as const]),
    1,
  );
  const prior = { mean: Float64Array.of(1, 0), sd: Float64Array.of(sd, baseSd) };
  const { weights } = fitMap({ design, labels: outcomes, counts }, prior);
  // A slope of zero or less would turn the score over: then the score says nothing, and the base rate is all.
  const slope = Math.max(weights[0] ?? 1, 1e-3);
  const base = weights[1] ?? 0;
  const platt: Calibrator = {
    kind: n < slopeFrom ? 'base' : 'platt',
    slope,
    base,
    stairs: [],
    n,
  };
  if (!stairs || n <= FEWEST_FOR_STAIRS) return platt;
  const straight = Float64Array.from(logits, (logit) => slope * logit + base);
  if (!stairsPredict(straight, outcomes, counts)) return platt;
  return { ...platt, kind: 'isotonic', stairs: isotonic(straight, outcomes, counts) };
}

const BLOCKS = 5;

/**
 * Whether a rising curve says more than the line. Each fifth is judged by a curve through the others; fifths are taken
 * as they come, so that with cases in time order a bend that was there for one month only does not pass.
 */
function stairsPredict(
  straight: Float64Array,
  outcomes: ArrayLike<number>,
  counts: ArrayLike<number> | undefined,
): boolean {
  const n = straight.length;
  const weights = Float64Array.from(straight, (_, place) => counts?.[place] ?? 1);
  let gain = 0;
  for (let block = 0; block < BLOCKS; block++) {
    const from = Math.floor((block * n) / BLOCKS);
    const until = Math.floor(((block + 1) * n) / BLOCKS);
    const curve = isotonic(straight, outcomes, Float64Array.from(weights).fill(0, from, until));
    for (let place = from; place < until; place++) {
      const logit = straight[place] ?? 0;
      const bent = logitOf(valueAt(curve, logit));
      const label = outcomes[place] ?? 0;
      const [before, after] = [logit, bent].map((z) => logOnePlusExp(z) - label * z);
      gain += (weights[place] ?? 0) * ((before ?? 0) - (after ?? 0));
    }
  }
  return gain > 0;
}

/** @returns the chance, strictly between 0 and 1; never lower for a higher logit */
export function calibrated(calibrator: Calibrator, logit: number): number {
  const straight = calibrator.slope * logit + calibrator.base;
  if (calibrator.kind !== 'isotonic') return chanceOf(straight);
  return chanceOf(logitOf(valueAt(calibrator.stairs, straight)));
}
