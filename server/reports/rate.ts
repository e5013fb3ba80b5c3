/** A share as reports tell it: never without how many it is of, and no interval where chance would make it. */
import { FEWEST, type Rate } from '../../lib/contract/reports.ts';
import { wilson } from '../../lib/score/learn/intervals.ts';

/** @returns `n` of `of`, with the 95 % interval from FEWEST on */
export function rateOf(n: number, of: number): Rate {
  return of < FEWEST ? { n, of, low: null, high: null } : { n, of, ...wilson(n, of) };
}
