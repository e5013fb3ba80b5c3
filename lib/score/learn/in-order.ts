/**
 * What cases teach when their order is known. As `learn`, with two differences: each input has a width of its own, and
 * the promise is made good on cases that came after those it was learned from, as the next ones will.
 */
import { type Calibrator, calibrate } from './calibrate.ts';
import { forwardLogits } from './forward.ts';
import { type Agreed, ageWeights, type Cases, priorOf } from './learn.ts';
import { chanceOf } from './logit.ts';
import { fitMap, type Prior, type Seen } from './map-fit.ts';
import { logLoss } from './metrics.ts';
import { pureColumns } from './purity.ts';
import { withWidths } from './widths.ts';

export interface InOrderOptions {
  /** How far weights may be from what was agreed before anything is seen, in logits. */
  width?: number;
  /** How far the base may be from what was stated, in logits. */
  baseSd?: number;
  /** Columns whose purity people have looked at and found genuine. */
  confirmed?: ReadonlySet<number>;
}

export interface LearnedInOrder {
  /** Logits per column, and the base at the end. */
  weights: Float64Array;
  /** With the widths that were found. */
  prior: Prior;
  calibrator: Calibrator;
  /** Mean log-loss on later cases by fits on earlier ones, uncalibrated; NaN when there were none. */
  loss: number;
  /** How much each case counted. */
  counts: ArrayLike<number> | undefined;
  /** Columns that are nearly all one way; those not confirmed were held. */
  pure: Set<number>;
}

/** Five points either way. */
const WIDTH = 0.5;
/** Loose: whoever states a base rate knows of none of the levels. */
const BASE_SD = 3;
/**
 * What came later may correct the promise, but a bad month is not a law: the slope stays within some tenths of 1, and
 * the base within some tenths of a logit, unless hundreds of cases say otherwise.
 */
const CALIBRATION = { slopeSd: 0.1, baseSd: 0.2 };

/**
 * @param cases oldest first
 * @param groups which input each column belongs to
 */
export function learnInOrder(
  cases: Cases,
  agreed: Agreed,
  groups: readonly string[],
  { width = WIDTH, baseSd = BASE_SD, confirmed = new Set() }: InOrderOptions = {},
): LearnedInOrder {
  const { design, outcomes, counts } = cases;
  const seen: Seen = { design, labels: outcomes, counts };
  const pure = pureColumns(design, outcomes);
  const held = new Set([...pure].filter((column) => !confirmed.has(column)));
  const start = priorOf(agreed, width, held);
  start.sd[groups.length] = baseSd;
  const prior = withWidths(seen, start, groups, held);
  const later = forwardLogits(seen, prior);
  const at = (values: ArrayLike<number>): number[] =>
    Array.from(later.places, (place) => values[place] ?? 0);
  return {
    weights: fitMap(seen, prior).weights,
    prior,
    loss: logLoss(later.logits.map(chanceOf), at(outcomes)),
    counts,
    calibrator: calibrate(later.logits, at(outcomes), {
      ...CALIBRATION,
      counts: counts && at(counts),
    }),
    pure,
  };
}

/** Fading has to predict better by this much: it throws cases away. */
const WORTH_IT = 3e-4;

/**
 * As `learnInOrder`, where older cases may count less: half, when as many as half of all cases came since. Whether they
 * do is decided by how well later cases are predicted from earlier ones.
 */
export function learnFading(
  { design, outcomes }: Cases,
  agreed: Agreed,
  groups: readonly string[],
  options: InOrderOptions = {},
): LearnedInOrder {
  const n = design.cases;
  const ages = Float64Array.from({ length: n }, (_, place) => n - 1 - place);
  const even = learnInOrder({ design, outcomes }, agreed, groups, options);
  const counts = ageWeights(ages, n / 2);
  const fading = learnInOrder({ design, outcomes, counts }, agreed, groups, options);
  return fading.loss < even.loss - WORTH_IT ? fading : even;
}
