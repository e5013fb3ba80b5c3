import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgesOf, stepOf } from '../../../lib/score/learn/bins.ts';

describe('steps of a quantity', () => {
  it('puts about as many training cases on each step, zero and unknown aside', () => {
    expect(edgesOf([0, 0, 0, Number.NaN, 1, 2, 3, 4, 5, 6, 7, 8], 4)).toEqual([1, 3, 5, 7]);
  });

  it('has fewer steps where values are the same, and none without values', () => {
    expect(edgesOf([1, 1, 1, 1, 9], 4)).toEqual([1]);
    expect(edgesOf([0, 0, Number.NaN], 4)).toEqual([]);
  });

  it('takes an edge itself for the step above it', () => {
    expect([0, 1, 2.9, 3, 100].map((value) => stepOf([1, 3], value))).toEqual([0, 1, 1, 2, 2]);
  });

  it('rises with the value', () => {
    const values = fc.array(fc.integer({ min: 0, max: 50 }));
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 9 }), (seen, steps) => {
        const edges = edgesOf(seen, steps);
        expect(edges.length).toBeLessThanOrEqual(steps);
        const sorted = [...seen].sort((a, b) => a - b).map((value) => stepOf(edges, value));
        expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
        // Whoever has any is above those who have none.
        expect(seen.every((value) => stepOf(edges, value) > 0 === value > 0)).toBe(true);
      }),
    );
  });
});
