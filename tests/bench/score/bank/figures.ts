/** Figures of a stream: pooled, and within blocks, where a changing base rate cannot help. */
import { type Interval, quantile } from '../../../../lib/score/learn/intervals.ts';
import { auc, brier, ece } from '../../../../lib/score/learn/metrics.ts';
import type { Random } from '../../../../lib/score/learn/random.ts';
import type { Streamed } from '../../../../lib/score/learn/stream.ts';
import type { Figure, Goal } from '../table.ts';

export type Goals = Partial<Record<'ece' | 'brier', Goal>>;
type Of = (chances: ArrayLike<number>, outcomes: ArrayLike<number>) => number;

/** Contacts in a block. */
const BLOCK = 1000;
const SAMPLES = 60;

/**
 * @param random for intervals; without, there are none
 * @returns ECE, Brier, AUC pooled and within blocks (of chances and of points), and how far blocks are off
 */
export function streamFigures(
  { chances, points }: Streamed,
  outcomes: ArrayLike<number>,
  goals: Goals,
  random?: Random,
): Figure[] {
  const figure = (name: string, of: Of, goal?: Goal): Figure => ({
    name,
    value: of(chances, outcomes),
    ...(random && { interval: overBlocks(of, chances, outcomes, random) }),
    ...(goal && { goal }),
  });
  const blocks = blocksOf(chances.length);
  const within = (scores: Float64Array): number =>
    mean(
      blocks.map(([from, until]) => auc(scores.subarray(from, until), cut(outcomes, from, until))),
    );
  const off = blocks.map(([from, until]) =>
    Math.abs(mean(chances.subarray(from, until)) - mean(cut(outcomes, from, until))),
  );
  return [
    figure('ECE, 10 bands of equal size', ece, goals.ece),
    figure('Brier', brier, goals.brier),
    figure('AUC, pooled', auc),
    { name: `AUC within ${BLOCK} contacts, mean`, value: within(chances) },
    { name: `AUC within ${BLOCK}, points alone`, value: within(points) },
    { name: `promised off, per ${BLOCK} contacts`, value: mean(off) },
    { name: 'accepted', value: mean(outcomes) },
  ];
}

/** @returns where blocks begin and end; what is left is a block from half a block on, or belongs to the last one */
function blocksOf(size: number): [number, number][] {
  const count = Math.max(1, Math.round(size / BLOCK));
  return Array.from({ length: count }, (_, block) => [
    block * BLOCK,
    block === count - 1 ? size : (block + 1) * BLOCK,
  ]);
}

/** As `bootstrap`, but blocks are drawn: neighbours share the mood of their week, and are not independent evidence. */
function overBlocks(
  of: Of,
  chances: Float64Array,
  outcomes: ArrayLike<number>,
  random: Random,
): Interval {
  const blocks = blocksOf(chances.length);
  const figures = Array.from({ length: SAMPLES }, () => {
    const places = blocks.flatMap(() => {
      const [from, until] = blocks[Math.floor(random() * blocks.length)] ?? [0, 0];
      return Array.from({ length: until - from }, (_, at) => from + at);
    });
    return of(
      places.map((place) => chances[place] ?? 0),
      places.map((place) => outcomes[place] ?? 0),
    );
  }).sort((a, b) => a - b);
  return { low: quantile(figures, 0.025), high: quantile(figures, 0.975) };
}

function cut(values: ArrayLike<number>, from: number, until: number): number[] {
  return Array.prototype.slice.call(values, from, until);
}

/** NaN (a block where all ended the same way) is left out. */
function mean(values: ArrayLike<number>): number {
  const known = Array.from(values).filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
