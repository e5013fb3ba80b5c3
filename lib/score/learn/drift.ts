/** Whether leads are still those the points were agreed for, and whether promises are kept from period to period. */
import { type Interval, wilson } from './intervals.ts';

/** What a lead shows of one input: the step it is on, the word it says. */
export interface InputLevels<T> {
  name: string;
  levelOf: (one: T) => string;
}

export interface Stability {
  name: string;
  /** Population stability index: 0 when nothing moved; by custom, below 0.1 is calm and above 0.25 are other leads. */
  psi: number;
  /** What it would be on average if nothing had moved: few leads spread by chance alone. */
  byChance: number;
}

/** @returns the stability of every input between two periods, the least stable first */
export function stabilityOf<T>(
  inputs: readonly InputLevels<T>[],
  before: readonly T[],
  after: readonly T[],
): Stability[] {
  return inputs
    .map(({ name, levelOf }) => ({
      name,
      ...stabilityIndex(countsOf(before.map(levelOf)), countsOf(after.map(levelOf))),
    }))
    .sort((a, b) => b.psi - a.psi);
}

/**
 * `Σ (q - p) · ln(q / p)` over levels, with the shares p before and q after (Siddiqi 2006, Credit Risk Scorecards). Half a
 * lead is added to every level, or one that is new would make it infinite. By chance it is about
 * `(levels - 1) · (1/n + 1/m)` (Yurdakul and Naranjo 2020, Journal of Risk Model Validation 14).
 *
 * @param before how many leads were at each level
 * @returns 0 and 0 when there was nobody in one of the periods: then nothing can be said
 */
export function stabilityIndex(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): Omit<Stability, 'name'> {
  const levels = new Set([...before.keys(), ...after.keys()]);
  const [n, m] = [total(before), total(after)];
  if (n === 0 || m === 0) return { psi: 0, byChance: 0 };
  let psi = 0;
  for (const level of levels) {
    const p = ((before.get(level) ?? 0) + 0.5) / (n + levels.size / 2);
    const q = ((after.get(level) ?? 0) + 0.5) / (m + levels.size / 2);
    psi += (q - p) * Math.log(q / p);
  }
  return { psi, byChance: (levels.size - 1) * (1 / n + 1 / m) };
}

/** One promise, and what came of it. */
export interface Kept {
  /** What to group by, in an order that sorts: `2026-11`. */
  period: string;
  chance: number;
  /** 1 accepted, 0 not. */
  outcome: number;
}

/** Promise and observation in one period. */
export interface Period extends Interval {
  period: string;
  n: number;
  /** Mean chance that was promised. */
  promised: number;
  /** How many were accepted; `low` and `high` are Wilson's 95 % interval of their share. */
  accepted: number;
  /** Promised minus observed share: above zero promised too much. */
  off: number;
  /** Whether the promise lies outside what chance explains. */
  broken: boolean;
}

/** @returns one entry per period that has promises, the earliest first */
export function periodsOf(promises: readonly Kept[]): Period[] {
  return [...Map.groupBy(promises, ({ period }) => period)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([period, own]) => {
      const n = own.length;
      const promised = own.reduce((sum, { chance }) => sum + chance, 0) / n;
      const accepted = own.reduce((sum, { outcome }) => sum + outcome, 0);
      const { low, high } = wilson(accepted, n);
      const broken = promised < low || promised > high;
      return { period, n, promised, accepted, low, high, off: promised - accepted / n, broken };
    });
}

function countsOf(levels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1);
  return counts;
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
