import { describe, expect, it } from 'vitest';
import { latest } from '../../../lib/platform/latest.ts';

describe('one run after another', () => {
  /** Shows what was true when the run began, as late as we like. */
  function stage() {
    const runs: { end(): void; fail(): void }[] = [];
    let truth = 0;
    let shown = -1;
    const show = latest(async () => {
      const read = truth;
      await new Promise<void>((resolve, reject) => {
        runs.push({ end: resolve, fail: () => reject(new Error('no')) });
      });
      shown = read;
    });
    const ended = (run: number) => {
      runs[run]?.end();
      return new Promise((resolve) => setTimeout(resolve));
    };
    const set = (value: number) => {
      truth = value;
    };
    return { runs, show, ended, set, shown: () => shown };
  }

  it('shows what is true now, however slow an earlier run was', async () => {
    const { runs, show, ended, set, shown } = stage();
    const first = show();
    set(1);
    const second = show();
    set(2);
    expect(show()).toBe(second);
    expect(runs).toHaveLength(1);
    await ended(0);
    await first;
    expect(shown()).toBe(0);
    await ended(1);
    await second;
    expect(shown()).toBe(2);
    expect(runs).toHaveLength(2);
  });

  it('goes on after a run that failed, and begins anew when all is done', async () => {
    const { runs, show, ended, shown } = stage();
    const first = show();
    const second = show();
    runs[0]?.fail();
    await expect(first).rejects.toThrow('no');
    await ended(1);
    await second;
    expect(shown()).toBe(0);
    void show();
    expect(runs).toHaveLength(3);
  });
});
