/**
 * lib/score/learn: what verdicts teach about an agreed set of points.
 *
 * In: cases (what was known of a lead when sales decided, and what sales said), the agreed points as prior. Out: the
 * points the evidence asks for, how sure that is, and a calibrator made from cases that had no part in them. Nothing
 * here changes a definition; suggest.ts turns the result into cards that people sign or leave.
 */
import { type Calibrator, calibrate } from './calibrate.ts';
import { inverseDiagonal } from './cholesky.ts';
import { type Design, pick, sums } from './design.ts';
import { logOnePlusExp } from './logit.ts';
import { type Fitted, fitMap, type Prior, type Seen } from './map-fit.ts';
import { pureColumns } from './purity.ts';
import { foldsOf, type Random } from './random.ts';

/** Prior widths that are tried, in logits; 0 is "as agreed". */
export const WIDTHS = [0, 0.15, 0.3, 0.6, 1] as const;
const FOLDS = 5;
/** A weight that must not move: narrow enough to stay, wide enough to compute with. */
const HELD = 1e-4;
const BASE_SD = 3;

export interface Cases {
  design: Design;
  /** 1 accepted, 0 not. */
  outcomes: ArrayLike<number>;
  /** How much each counts, see `ageWeights`. */
  counts?: ArrayLike<number> | undefined;
}

export interface Agreed {
  /** Logits per column. */
  weights: ArrayLike<number>;
  /** Logit of the chance that is expected of a case without any points. */
  base: number;
  /** How far each column may move against the others; all 1 when left out. */
  scales?: ArrayLike<number> | undefined;
}

export interface Learned {
  /** Logits per column, and the base at the end. */
  weights: Float64Array;
  /** Posterior standard deviation of each. */
  sd: Float64Array;
  /** The prior width that predicted unseen verdicts best; 0 when nothing beat what was agreed. */
  width: number;
  /** Mean log-loss on unseen verdicts by width tried. */
  losses: { width: number; loss: number }[];
  /** Logit of each case by a fit that had not seen it. */
  outOfFold: Float64Array;
  calibrator: Calibrator;
  /** Columns the purity guard held. */
  held: Set<number>;
}

export interface LearnOptions {
  random: Random;
  widths?: readonly number[];
  /** Columns whose purity people have looked at and found genuine. */
  confirmed?: ReadonlySet<number>;
  folds?: number;
}

/** @returns what the cases teach; as agreed, uncalibrated, when there are fewer than ten */
export function learn(cases: Cases, agreed: Agreed, options: LearnOptions): Learned {
  const { design, outcomes } = cases;
  const pure = pureColumns(design, outcomes);
  const held = new Set([...pure].filter((column) => !options.confirmed?.has(column)));
  const folds = options.folds ?? FOLDS;
  const fold = foldsOf(design.cases, folds, options.random);
  const widths = design.cases < 2 * folds ? [0] : (options.widths ?? WIDTHS);
  const tried = widths.map((width) => {
    const outOfFold = crossFit(cases, priorOf(agreed, width, held), fold, folds);
    return { width, outOfFold, loss: meanLoss(outOfFold, cases) };
  });
  const best = bestOf(tried);
  const fitted = fitMap(seenOf(cases), priorOf(agreed, best.width, held));
  return {
    weights: fitted.weights,
    sd: deviations(fitted),
    width: best.width,
    losses: tried.map(({ width, loss }) => ({ width, loss })),
    outOfFold: best.outOfFold,
    calibrator: calibrate(best.outOfFold, outcomes, { counts: cases.counts }),
    held,
  };
}

/** @returns the prior: agreed points, as wide as `width` allows; held columns cannot move */
export function priorOf(agreed: Agreed, width: number, held: ReadonlySet<number>): Prior {
  const size = agreed.weights.length;
  const mean = new Float64Array(size + 1);
  const sd = new Float64Array(size + 1);
  for (let column = 0; column < size; column++) {
    mean[column] = agreed.weights[column] ?? 0;
    const own = width * (agreed.scales?.[column] ?? 1);
    sd[column] = held.has(column) ? HELD : Math.max(HELD, own);
  }
  mean[size] = agreed.base;
  sd[size] = BASE_SD;
  return { mean, sd };
}

function seenOf({ design, outcomes, counts }: Cases): Seen {
  return { design, labels: outcomes, counts };
}

/** Each case's logit by a fit on the other folds. */
function crossFit(cases: Cases, prior: Prior, fold: Int32Array, folds: number): Float64Array {
  const result = new Float64Array(cases.design.cases);
  let start: Float64Array | undefined;
  for (let own = 0; own < folds; own++) {
    const [inside, outside]: [number[], number[]] = [[], []];
    fold.forEach((of, place) => {
      (of === own ? outside : inside).push(place);
    });
    const fitted = fitMap(seenOf(casesAt(cases, inside)), prior, start);
    start = fitted.weights;
    const logits = sums(pick(cases.design, outside), fitted.weights);
    outside.forEach((place, at) => {
      result[place] = logits[at] ?? 0;
    });
  }
  return result;
}

/** @returns these cases only */
export function casesAt({ design, outcomes, counts }: Cases, places: ArrayLike<number>): Cases {
  const own = Array.from(places);
  return {
    design: pick(design, own),
    outcomes: own.map((place) => outcomes[place] ?? 0),
    counts: counts && own.map((place) => counts[place] ?? 1),
  };
}

function meanLoss(logits: Float64Array, { outcomes, counts }: Cases): number {
  let loss = 0;
  let total = 0;
  logits.forEach((logit, place) => {
    const count = counts?.[place] ?? 1;
    loss += count * (logOnePlusExp(logit) - (outcomes[place] ?? 0) * logit);
    total += count;
  });
  return loss / total;
}

/** The narrowest that is as good as any: what was agreed needs a reason to be left. */
function bestOf<T extends { loss: number }>(tried: readonly T[]): T {
  const [first, ...others] = tried;
  if (!first) throw new RangeError('At least one width has to be tried.');
  return others.reduce((best, next) => (next.loss < best.loss - 1e-4 ? next : best), first);
}

function deviations({ hessian, weights }: Fitted): Float64Array {
  return inverseDiagonal(hessian, weights.length).map(Math.sqrt);
}

/** @returns how much verdicts of these ages (days) count: half after each `halfLifeDays` */
export function ageWeights(ages: ArrayLike<number>, halfLifeDays: number): Float64Array {
  return Float64Array.from(ages, (age) => 2 ** (-Math.max(0, age) / halfLifeDays));
}
