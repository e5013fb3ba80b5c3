import { describe, expect, it } from 'vitest';
import { designOf } from '../../../lib/score/learn/design.ts';
import { seeded } from '../../../lib/score/learn/random.ts';
import { streamed } from '../../../lib/score/learn/stream.ts';

const SIZE = 3000;
const random = seeded(7);
/** One thing that helps by a logit; the base jumps from 10 % to 40 % at 1,500. */
const rows = Array.from({ length: SIZE }, () => (random() < 0.5 ? [[0, 1] as const] : []));
const outcomes = rows.map((row, at) => {
  const logit = (at < 1500 ? -2.2 : -0.4) + row.length;
  return random() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
});
const design = designOf(rows, 1);
const options = {
  prior: { mean: Float64Array.of(0, -2), sd: Float64Array.of(0.5, 3) },
  warmUp: 500,
  lag: 100,
  every: 100,
  halfLife: 400,
  baseHalfLife: 100,
};
const mean = (values: ArrayLike<number>, from: number, until: number): number =>
  Array.from(values)
    .slice(from, until)
    .reduce((sum, value) => sum + value, 0) /
  (until - from);

describe('a stream of verdicts', () => {
  it('never looks at an outcome younger than the lag', () => {
    const changed = outcomes.map((outcome, at) => (at > 1700 ? 1 - outcome : outcome));
    const [before, after] = [outcomes, changed].map(
      (own) => streamed({ design, outcomes: own }, options).chances,
    );
    const same = 1701 + options.lag - options.warmUp;
    expect(after?.slice(0, same)).toEqual(before?.slice(0, same));
    expect(after?.slice(same)).not.toEqual(before?.slice(same));
  });

  it('follows a jump of the base within a few lags', () => {
    const { chances } = streamed({ design, outcomes }, options);
    const seen = outcomes.slice(options.warmUp);
    const observed = mean(seen, 1400, 2400);
    expect(Math.abs(mean(chances, 1400, 2400) - observed)).toBeLessThan(0.1);
    const frozen = { ...options, every: Infinity, halfLife: Infinity, baseHalfLife: null };
    const kept = streamed({ design, outcomes }, frozen).chances;
    expect(mean(kept, 1400, 2400)).toBeLessThan(observed - 0.2);
  });

  it('gives whole points, and more of them to what helps', () => {
    const { points } = streamed({ design, outcomes }, options);
    expect(points.every(Number.isInteger)).toBe(true);
    const last = rows.slice(-100).map((row, at) => ({ row, own: points.at(at - 100) ?? 0 }));
    expect(last.find(({ row }) => row.length === 1)?.own).toBeGreaterThan(3);
    expect(last.find(({ row }) => row.length === 0)?.own).toBe(0);
  });

  it('promises nothing when there is no more than the warm-up', () => {
    const few = streamed({ design, outcomes }, { ...options, warmUp: SIZE });
    expect(few.chances).toHaveLength(0);
  });
});
