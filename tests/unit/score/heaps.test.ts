import { describe, expect, it } from 'vitest';
import { heaped } from '../../../lib/score/learn/heaps.ts';

describe('judged leads heaped by points', () => {
  it('are all in a bin, on one scale for both', () => {
    const before = { points: [-12, 0, 4, 55], accepted: [0, 1, 0, 1] };
    const after = { points: [-3, 1, 44, 44], accepted: [0, 1, 0, 1] };
    const heaps = heaped(before, after);
    expect(heaps?.width).toBe(3);
    expect(heaps?.bins[0]?.from).toBe(-12);
    expect(heaps?.bins.at(-1)?.from).toBe(54);
    const sum = (which: 'before' | 'after') =>
      heaps?.bins.reduce((n, bin) => n + bin[which].accepted + bin[which].other, 0);
    expect([sum('before'), sum('after')]).toEqual([4, 4]);
    expect(heaps?.bins.find(({ from }) => from === 42)?.after).toEqual({ accepted: 1, other: 1 });
    expect(heaps?.bins.length).toBeLessThanOrEqual(24);
  });

  it('are none when nobody was judged', () => {
    expect(heaped({ points: [], accepted: [] }, { points: [], accepted: [] })).toBeNull();
  });
});
