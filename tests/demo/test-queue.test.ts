import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { durations, inTurn } from '../../scripts/test-queue.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Every file of tests there is, with how long it took when somebody last looked. */
const known = durations();
const all = globSync('tests/**/*.test.{ts,tsx}', { cwd: ROOT }).map((file) => ({
  file,
  seconds: known[file] ?? 1,
}));

/** What each of two workers does that take from the queue, with when it begins. */
function taken(queue: typeof all) {
  const ends = [0, 0];
  const done = queue.map(({ file, seconds }) => {
    const worker = (ends[0] ?? 0) <= (ends[1] ?? 0) ? 0 : 1;
    const begin = ends[worker] ?? 0;
    ends[worker] = begin + seconds;
    return { file, begin, end: begin + seconds };
  });
  return { ends, done };
}

describe('the queue of test files', () => {
  it('has each of them once, and knows no file that is gone', () => {
    const names = (files: typeof all) => files.map(({ file }) => file).toSorted();
    expect(names(inTurn(all))).toEqual(names(all));
    expect(Object.keys(known).filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  it('leaves neither of two workers idle for long', () => {
    const { ends } = taken(inTurn(all));
    const [one = 0, other = 0] = ends;
    expect(Math.abs(one - other)).toBeLessThan(0.02 * (one + other));
  });

  it('has what shares a process one after the other', () => {
    const kinds = inTurn(all).map(({ file }) => file.startsWith('tests/server/'));
    expect(kinds.filter((kind, at) => kind !== kinds[at + 1] && kind)).toHaveLength(1);
  });

  it('begins with a live CRM, and has no other browser beside it', () => {
    const { done } = taken(inTurn(all));
    const [first] = done;
    expect(first?.file).toMatch(/^tests\/e2e\/live-/);
    const beside = done.filter(
      ({ file, begin }) => file !== first?.file && begin < (first?.end ?? 0),
    );
    expect(beside.length).toBeGreaterThan(1);
    expect(beside.filter(({ file }) => !/^tests\/server\//.test(file))).toEqual([]);
  });
});
