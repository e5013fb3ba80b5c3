import { describe, expect, it } from 'vitest';
import { LeakError, leaksOf, refuseLeaks } from '../../../lib/score/learn/leaks.ts';

const VERDICT = Date.UTC(2026, 4, 1);

describe('inputs that know the outcome', () => {
  it('lets through what the lead gave and what was there before the verdict', () => {
    const inputs = [
      { name: 'country', writtenBy: 'lead' as const },
      { name: 'source', changedAt: VERDICT - 1, verdictAt: VERDICT },
      { name: 'visits' },
      { name: 'constructor' },
    ];
    expect(leaksOf(inputs, { Tags: 'typed by reps' })).toEqual([]);
    expect(() => refuseLeaks(inputs)).not.toThrow();
  });

  it('refuses what is listed, what sales wrote and what changed with or after the verdict', () => {
    const inputs = [
      { name: 'Tags' },
      { name: 'budget', writtenBy: 'sales' as const },
      { name: 'stage', changedAt: VERDICT, verdictAt: VERDICT },
      { name: 'country', writtenBy: 'lead' as const },
    ];
    expect(leaksOf(inputs, { Tags: 'typed by reps' })).toEqual([
      { name: 'Tags', why: 'typed by reps' },
      { name: 'budget', why: 'written by sales' },
      { name: 'stage', why: 'changed with or after the verdict' },
    ]);
  });

  it('names every refused input and why', () => {
    const refused = (): void =>
      refuseLeaks([{ name: 'Tags' }, { name: 'stage', writtenBy: 'sales' }], {
        Tags: 'typed by reps',
      });
    expect(refused).toThrow(LeakError);
    expect(refused).toThrow('"Tags" (typed by reps), "stage" (written by sales)');
  });
});
