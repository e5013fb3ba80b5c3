/** A calibration error is held against what chance alone gives: few verdicts are off even where every promise is true. */
import { describe, expect, it } from 'vitest';
import { ece, eceByChance } from '../../../lib/score/learn/metrics.ts';
import { seeded } from '../../../lib/score/learn/random.ts';

const random = seeded(5);
const chances = (n: number) => Float64Array.from({ length: n }, () => 0.1 + 0.8 * random());

describe('the calibration error by chance', () => {
  it('shrinks with the root of how many verdicts there are', () => {
    const [few, many] = [eceByChance(chances(200), random), eceByChance(chances(3200), random)];
    expect(few / many).toBeGreaterThan(3.2);
    expect(few / many).toBeLessThan(4.8);
  });

  it('is about what true promises measure, and far below what false ones do', () => {
    const promised = chances(400);
    const expected = eceByChance(promised, random);
    const measured = (off: number) => {
      let sum = 0;
      for (let round = 0; round < 50; round++) {
        sum += ece(
          promised,
          promised.map((chance) => (random() < chance - off ? 1 : 0)),
        );
      }
      return sum / 50;
    };
    expect(Math.abs(measured(0) - expected)).toBeLessThan(0.005);
    expect(measured(0.1)).toBeGreaterThan(1.8 * expected);
  });
});
