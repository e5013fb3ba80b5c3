/**
 * The way back, tried: a backup is made, restored beside what is there, opened and compared. What it is made of differs: the
 * embedded database (of a store that runs, or at rest), or a PostgreSQL server.
 */
import type { Finding } from '../doctor/finding.ts';
import { type Compared, type Counts, compared } from './counts.ts';

/** Each throws an error with a sentence when it cannot be done. */
export interface Drilled {
  /** Of what is in use. */
  counts: () => Promise<Counts>;
  backUp: () => Promise<void>;
  /** Into something that is empty. */
  restore: () => Promise<void>;
  /** Of the restored one, with what the doctor says of it. */
  look: () => Promise<{ counts: Counts; found: Finding[] }>;
}

export interface Report {
  rows: Compared[];
  found: Finding[];
  /** How long each step took. */
  ms: { backUp: number; restore: number; look: number };
  isGood: boolean;
}

/** @param clock milliseconds that only go forward */
export async function drill(steps: Drilled, clock: () => number): Promise<Report> {
  const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
    const started = clock();
    const value = await work();
    return [value, Math.round(clock() - started)];
  };
  const before = await steps.counts();
  const [, backUp] = await timed(steps.backUp);
  const after = await steps.counts();
  const [, restore] = await timed(steps.restore);
  const [seen, look] = await timed(steps.look);
  const rows = compared(before, seen.counts, after);
  const isWhole = rows.every(({ isRight }) => isRight);
  const isSound = seen.found.every(({ state }) => state !== 'broken');
  return { rows, found: seen.found, ms: { backUp, restore, look }, isGood: isWhole && isSound };
}
