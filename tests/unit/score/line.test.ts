import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineFor } from '../../../lib/score/learn/line.ts';

describe('the line to sales', () => {
  it('is the lowest score at which those above are accepted often enough', () => {
    const line = lineFor([10, 20, 30, 40], [0.1, 0.5, 0.7, 0.9], 0.7);
    expect(line).toEqual({
      score: 20,
      precision: expect.closeTo(0.7),
      volume: 3,
      recall: expect.closeTo(2.1 / 2.2),
    });
  });

  it('keeps equal scores on one side', () => {
    expect(lineFor([10, 30, 30, 10], [0.2, 0.8, 0.8, 0.2], 0.6)).toMatchObject({
      score: 30,
      volume: 2,
    });
  });

  it('is not there when no score promises that much, or nothing is known', () => {
    expect(lineFor([1, 2], [0.3, 0.4], 0.8)).toBeNull();
    expect(lineFor([], [], 0.8)).toBeNull();
  });

  it('promises what it is asked for, and any lower score would not', () => {
    const scores = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1 });
    fc.assert(
      fc.property(scores, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (some, target) => {
        const chanceOf = (score: number): number => 1 / (1 + Math.exp(-score / 5));
        const line = lineFor(some, some.map(chanceOf), target);
        const precisionFrom = (from: number): number => {
          const above = some.filter((score) => score >= from).map(chanceOf);
          return above.reduce((sum, chance) => sum + chance, 0) / above.length;
        };
        const good = [...new Set(some)].filter((score) => precisionFrom(score) >= target + 1e-9);
        if (line) expect(line.precision).toBeGreaterThanOrEqual(target);
        if (good.length > 0) expect(line?.score).toBeLessThanOrEqual(Math.min(...good));
      }),
    );
  });
});
