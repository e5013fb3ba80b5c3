/** Lines of `bench:sidebar`, and what they are made of. */
import { loadavg } from 'node:os';

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
export const load = () => loadavg()[0]?.toFixed(1);

export interface Line {
  name: string;
  times: number[];
}

/** The run before this one: what each line's median was. */
export type Medians = Partial<Record<string, number>>;

export function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** @returns the line as it is printed, with what it was last time */
export function said({ name, times }: Line, before: Medians): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0);
  const was = before[name];
  const last = was === undefined ? '' : ` [${was.toFixed(0)}]`;
  return `${name.padEnd(46)} median ${at(0.5).padStart(4)}${last}   p25 ${at(0.25)}, p75 ${at(0.75)}, p90 ${at(0.9)}, most ${at(1)}   n = ${times.length}, load ${load()}`;
}
