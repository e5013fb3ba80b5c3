/** How sure a figure is. */
import type { Random } from './random.ts';

export interface Interval {
  low: number;
  high: number;
}

/**
 * The middle 95 % of a figure over samples of the same size drawn with replacement from the same cases.
 *
 * @param figure computed from chances and outcomes side by side; samples where it is NaN are left out
 */
export function bootstrap(
  figure: (chances: Float64Array, outcomes: Float64Array) => number,
  chances: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  random: Random,
  samples = 400,
): Interval {
  const size = chances.length;
  const drawn = new Float64Array(size);
  const seen = new Float64Array(size);
  const figures: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    for (let place = 0; place < size; place++) {
      const from = Math.floor(random() * size);
      drawn[place] = chances[from] ?? 0;
      seen[place] = outcomes[from] ?? 0;
    }
    const value = figure(drawn, seen);
    if (!Number.isNaN(value)) figures.push(value);
  }
  figures.sort((a, b) => a - b);
  return { low: quantile(figures, 0.025), high: quantile(figures, 0.975) };
}

/** @returns the quantile of sorted values, between neighbours by their distance; NaN of none */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below] ?? 0;
  return low + (at - below) * ((sorted[Math.min(below + 1, sorted.length - 1)] ?? 0) - low);
}

/** 97.5 % quantile of the normal distribution. */
const Z = 1.959964;

/**
 * Wilson's interval for a share: never outside 0 to 1, and honest for small n (Wilson 1927, JASA 22).
 *
 * @returns the 95 % interval; 0 to 1 when nothing was seen
 */
export function wilson(hits: number, n: number): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const share = hits / n;
  const spread = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  const middle = share + (Z * Z) / (2 * n);
  const all = 1 + (Z * Z) / n;
  return { low: Math.max(0, (middle - spread) / all), high: Math.min(1, (middle + spread) / all) };
}
