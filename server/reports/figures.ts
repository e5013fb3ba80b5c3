/** What figures are made of, the same in every report: rates, sums, and the marks by which the leads behind them are asked for. */
import { FEWEST, type Rate } from '../../lib/contract/reports.ts';
import { wilson } from '../../lib/score/learn/intervals.ts';

/** @returns `n` of `of`, with the 95 % interval from FEWEST on */
export function rateOf(n: number, of: number): Rate {
  return of < FEWEST ? { n, of, low: null, high: null } : { n, of, ...wilson(n, of) };
}

/** @returns the mark of what is called so; `of` is null where nothing is known, which is another thing than an empty text */
export function markOf(is: string, of: string | null = null): string {
  return of === null ? is : `${is}:${of}`;
}

/** @returns what `markOf` was given */
export function readMark(mark: string): { is: string; of: string | null } {
  const colon = mark.indexOf(':');
  return colon === -1
    ? { is: mark, of: null }
    : { is: mark.slice(0, colon), of: mark.slice(colon + 1) };
}

/** @returns the sum of a number of each */
export function sumOf<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((sum, one) => sum + of(one), 0);
}
