/**
 * Learning while the score is in use. Cases come in order; the outcome of a case is known only so many cases later.
 * Weights are refitted every so often with a half-life, and between refits the base follows every outcome that comes in:
 * what changes fastest is how many are accepted, and a base that waits for the next refit is wrong for twice the lag.
 */
import { type Design, pick, sums } from './design.ts';
import { chanceOf } from './logit.ts';
import { fitMap, type Prior } from './map-fit.ts';
import { logitOfPoints, pointsOf } from './points.ts';
import { withWidths } from './widths.ts';

export interface Stream {
  /** Cases in the order they came. */
  design: Design;
  /** 1 accepted, 0 not. */
  outcomes: ArrayLike<number>;
}

export interface StreamOptions {
  prior: Prior;
  /** Which input each column belongs to: each refit then learns a width per input. Left out, the prior's widths stay. */
  groups?: readonly string[];
  /** The first promise is made for this case; those before are for learning only. */
  warmUp: number;
  /** The outcome of a case is known for the case that comes so many later. */
  lag: number;
  /** Cases from refit to refit; infinity never refits. */
  every: number;
  /** An outcome counts half after so many cases more; infinity never forgets. */
  halfLife: number;
  /** The same for the base between refits; null leaves the base to the refits. */
  baseHalfLife: number | null;
}

export interface Streamed {
  /** Whole points of each case from `warmUp` on, by the weights of its time. */
  points: Float64Array;
  /** What was promised for it. */
  chances: Float64Array;
}

/** What counts less than this is left out of a refit: ten half-lives, a thousandth. */
const HALF_LIVES_BACK = 10;

/** @returns promises that were each made from outcomes at least `lag` cases old */
export function streamed(stream: Stream, options: StreamOptions): Streamed {
  const { warmUp, every, lag } = options;
  const size = stream.design.cases;
  const points = new Float64Array(Math.max(0, size - warmUp));
  const chances = new Float64Array(points.length);
  let latest: Refit | undefined;
  for (let from = warmUp; from < size; from += every) {
    const until = Math.min(size, from + every);
    const known = Math.max(0, from - lag + 1);
    latest = refit(stream, known, options, latest);
    const { whole, base } = latest;
    const own = sums(pick(stream.design, range(from, until)), whole);
    points.set(own.map(Math.round), from - warmUp);
    const bases = basesFor({ from, until, known }, stream, { whole, base }, options);
    own.forEach((sum, at) => {
      chances[from - warmUp + at] = chanceOf(logitOfPoints(sum) + (bases[at] ?? 0));
    });
  }
  return { points, chances };
}

interface Refit {
  /** Logits, and the prior they were found with: where the next refit starts. */
  weights: Float64Array;
  prior: Prior;
  /** Whole points per column, and 0 for the base. */
  whole: Float64Array;
  /** Logit of a case without points. */
  base: number;
}

function refit(
  { design, outcomes }: Stream,
  known: number,
  { prior: first, groups, halfLife }: StreamOptions,
  latest: Refit | undefined,
): Refit {
  const back = Number.isFinite(halfLife) ? Math.ceil(HALF_LIVES_BACK * halfLife) : known;
  const places = range(Math.max(0, known - back), known);
  const seen = {
    design: pick(design, places),
    labels: places.map((place) => outcomes[place] ?? 0),
    counts: Float64Array.from(places, (place) => 2 ** (-(known - 1 - place) / halfLife)),
  };
  const before = latest?.prior ?? first;
  const prior = groups ? withWidths(seen, before, groups) : before;
  const { weights } = fitMap(seen, prior, latest?.weights);
  const whole = weights.map((weight, at) => (at === design.width ? 0 : pointsOf(weight)));
  return { weights, prior, whole, base: weights[design.width] ?? 0 };
}

/**
 * The base for each case of one stretch. One Newton step per outcome that comes in, on decayed information: a filter for
 * a base that drifts (McCormick et al. 2012, Biometrics 68: "dynamic logistic regression with forgetting").
 */
function basesFor(
  stretch: { from: number; until: number; known: number },
  { design, outcomes }: Stream,
  { whole, base }: Pick<Refit, 'whole' | 'base'>,
  { lag, baseHalfLife }: StreamOptions,
): Float64Array {
  const { from, until, known } = stretch;
  const bases = new Float64Array(until - from).fill(base);
  if (baseHalfLife === null) return bases;
  const left = 2 ** (-1 / baseHalfLife);
  const logits = sums(pick(design, range(0, Math.max(known, until - lag))), whole).map(
    logitOfPoints,
  );
  // What the refit knows of the base, as far as this filter would still count it.
  let information = 0;
  for (let place = 0; place < known; place++) {
    information = left * information + curve(chanceOf((logits[place] ?? 0) + base));
  }
  let current = base;
  let place = known;
  for (let at = 0; at < bases.length; at++) {
    for (; place <= from + at - lag; place++) {
      const chance = chanceOf((logits[place] ?? 0) + current);
      information = left * information + curve(chance);
      current += ((outcomes[place] ?? 0) - chance) / information;
    }
    bases[at] = current;
  }
  return bases;
}

/** How much one outcome says of the base; not less than where a chance of 1 % is, or one surprise would throw it. */
function curve(chance: number): number {
  return Math.max(0.01, chance * (1 - chance));
}

function range(from: number, until: number): Int32Array {
  return Int32Array.from({ length: Math.max(0, until - from) }, (_, at) => from + at);
}
