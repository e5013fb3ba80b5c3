/**
 * The order in which a whole run takes its test files: one queue that two workers take from, so that neither stands idle while the
 * other has hours to go.
 *
 * Files with a browser wait a lot, files with a database compute a lot. Each kind is taken longest first, and both are spread over
 * the same time: mostly one of either is under way, and what is left at the end is short. A live CRM comes first of all, when
 * nothing but a database is beside it.
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const ROOT = join(import.meta.dirname, '..');

/** How many seconds files took in an earlier whole run; `UPDATE_DURATIONS=1 npm test` writes it. */
export type Durations = Record<string, number>;
export const DURATIONS = join(ROOT, 'tests/durations.json');
/** Of files that are not named, since they are new or no longer than this. */
export const UNKNOWN = 5;

export const durations = (): Durations => JSON.parse(readFileSync(DURATIONS, 'utf8'));

/** A file of tests, as far as its place in the queue is concerned. */
export interface Queued {
  file: string;
  seconds: number;
}

export default class TestQueue extends BaseSequencer {
  override async sort(specs: TestSpecification[]): Promise<TestSpecification[]> {
    const known = durations();
    const queued = specs.map((spec) => {
      const file = relative(ROOT, spec.moduleId).replaceAll('\\', '/');
      return { spec, file, seconds: known[file] ?? UNKNOWN };
    });
    return inTurn(queued).map(({ spec }) => spec);
  }
}

/** @returns all files, those with and those without a browser side by side over the same time, each longest first */
export function inTurn<T extends Queued>(files: readonly T[]): T[] {
  const withBrowser = files.filter(({ file }) => hasBrowser(file));
  const without = files.filter(({ file }) => !hasBrowser(file));
  return [...begins(withBrowser), ...begins(without)]
    .toSorted((one, other) => one.at - other.at || other.one.seconds - one.one.seconds)
    .map(({ one }) => one);
}

const hasBrowser = (file: string) => /^tests\/(e2e|components|faults)\//.test(file);
const isLive = (file: string) => file.startsWith('tests/e2e/live-');

/** When each would begin, as a share of all, if a worker did these alone. */
function begins<T extends Queued>(files: readonly T[]): { one: T; at: number }[] {
  const all = files.reduce((sum, { seconds }) => sum + seconds, 0) || 1;
  const inOrder = files.toSorted(
    (one, other) =>
      Number(isLive(other.file)) - Number(isLive(one.file)) || other.seconds - one.seconds,
  );
  let before = 0;
  return inOrder.map((one) => {
    const at = before / all;
    before += one.seconds;
    return { one, at };
  });
}
