/** Which schedule is the n-th of a run. */
import { type Schedule, scheduleOf } from './steps.ts';

export const nthOf = (seed: number, number: number): Schedule =>
  scheduleOf((Math.imul(seed, 1_000_003) + Math.imul(number, 0x01000193)) >>> 0);

/** @returns a seed that is another one every day, so that a failure of today can be had again today */
export const seedOfDay = (now: Date): number =>
  Number(now.toISOString().slice(0, 10).replaceAll('-', ''));
