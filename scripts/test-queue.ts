/**
 * The order in which a whole run takes its test files: one queue that two workers take from, so that neither stands idle while the
 * other has long to go.
 *
 * A live CRM comes first of all, when nothing but a database is beside it. Then all files without a browser, project by project,
 * since a worker of the server's tests goes on in one process for as long as the next file is one of them too (vitest.config.ts).
 * Last those with a browser, longest first, so that what is left at the end is short.
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

/** @returns all files in the order in which they are begun */
export function inTurn<T extends Queued>(files: readonly T[]): T[] {
  return files.toSorted(
    (one, other) => turnOf(one.file) - turnOf(other.file) || other.seconds - one.seconds,
  );
}

/** Of a project with a browser none has a turn of its own: the longest of all of them is the next. */
function turnOf(file: string): number {
  if (file.startsWith('tests/e2e/live-tryton')) return 0;
  const turns = ['server', 'fuzz', 'crm', 'unit', 'demo'];
  const turn = turns.findIndex((room) => file.startsWith(`tests/${room}/`));
  return turn < 0 ? turns.length + 1 : turn + 1;
}
