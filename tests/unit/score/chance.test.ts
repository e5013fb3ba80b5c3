/** Chances: strictly between 0 and 1, never lower for more points, and not claimed from too little. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calibration } from '../../../lib/contract/calibration.ts';
import { chance } from '../../../lib/contract/score.ts';
import { chanceFor, FEWEST_FOR_CHANCE } from '../../../lib/score/chance.ts';
import { type Calibrator, calibrate, calibrated } from '../../../lib/score/learn/calibrate.ts';
import { bootstrap, wilson } from '../../../lib/score/learn/intervals.ts';
import { isotonic, valueAt } from '../../../lib/score/learn/isotonic.ts';
import { chanceOf, logitOf, logOnePlusExp } from '../../../lib/score/learn/logit.ts';
import { auc } from '../../../lib/score/learn/metrics.ts';
import { LOGIT_PER_POINT, logitOfPoints, pointsOf } from '../../../lib/score/learn/points.ts';
import { seeded } from '../../../lib/score/learn/random.ts';

/** The last digit of a double: interpolation may be off by it at the edge of a step. */
const DIGIT = 1e-12;
const EXTREME = [-Infinity, -1e308, -745, -36, -5e-324, 0, 5e-324, 36, 745, 1e308, Infinity];
const anyLogit = fc.oneof(fc.constantFrom(...EXTREME), fc.double({ noNaN: true }));

/** Verdicts that follow a logit, of a number that calls for each kind of calibrator. */
function verdictsOf(n: number, rate: (logit: number) => number, seed = 1) {
  const random = seeded(seed);
  const logits = Array.from({ length: n }, () => Math.floor(random() * 60 - 20) / 10);
  return { logits, outcomes: logits.map((logit) => (random() < rate(logit) ? 1 : 0)) };
}
/** Flat up to 1.5, then high: no slope can follow that, so that stairs are worth having. */
const bent = (logit: number) => (logit < 1.5 ? 0.1 : 0.9);
const straight = (logit: number) => chanceOf(logit - 1);

const { logits, outcomes } = verdictsOf(2000, bent);
const base = calibrate(logits.slice(0, 49), outcomes.slice(0, 49));
const platt = calibrate(logits.slice(0, 1000), outcomes.slice(0, 1000));
const stairs = calibrate(logits, outcomes);
const kinds: [Calibrator['kind'], Calibrator][] = [
  ['base', base],
  ['platt', platt],
  ['isotonic', stairs],
];

describe('a chance of a logit', () => {
  it('is strictly between 0 and 1 and rises, for any logit there is', () => {
    fc.assert(
      fc.property(anyLogit, anyLogit, (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map(chanceOf);
        expect(low).toBeGreaterThan(0);
        expect(high).toBeLessThan(1);
        expect(high).toBeGreaterThanOrEqual(low ?? Number.NaN);
      }),
    );
  });

  it('goes there and back, and never to infinity', () => {
    for (const share of [0.001, 0.2, 0.5, 0.93]) {
      expect(chanceOf(logitOf(share))).toBeCloseTo(share, 12);
    }
    expect([0, 1].map(logitOf).every(Number.isFinite)).toBe(true);
    expect(chanceOf(0)).toBe(0.5);
  });

  it('has a logarithm that does not overflow', () => {
    expect([-800, 0, 800].map(logOnePlusExp)).toEqual([0, Math.LN2, 800]);
  });
});

describe('points', () => {
  it('are tenths of a logit: seven double the odds, and whole ones come back', () => {
    expect(LOGIT_PER_POINT).toBe(0.1);
    expect(Math.exp(logitOfPoints(7))).toBeCloseTo(2.01, 2);
    fc.assert(
      fc.property(fc.integer({ min: -300, max: 300 }), (points) => {
        expect(pointsOf(logitOfPoints(points))).toBe(points);
      }),
    );
    expect([0.15, -0.15, 0.149, -0.04].map(pointsOf)).toEqual([2, -2, 1, 0]);
  });
});

describe.each(kinds)('a calibrator of kind %s', (kind, calibrator) => {
  it('comes from as many verdicts as it needs', () => {
    expect(calibrator.kind).toBe(kind);
    if (kind === 'base') expect(calibrator.slope).toBeCloseTo(1, 4);
  });

  it('keeps strictly between 0 and 1 and never falls', () => {
    fc.assert(
      fc.property(anyLogit, anyLogit, (one, other) => {
        const [low = Number.NaN, high = Number.NaN] = [
          Math.min(one, other),
          Math.max(one, other),
        ].map((logit) => calibrated(calibrator, logit));
        expect(low).toBeGreaterThan(0);
        expect(high).toBeLessThan(1);
        expect(high).toBeGreaterThanOrEqual(low - DIGIT);
      }),
    );
  });

  it('gives 1 to 99 percent, inside an interval that holds it, never lower for more points', () => {
    const calibration = calibrationWith(calibrator);
    const all = Array.from({ length: 200 }, (_, points) => chanceFor(points - 50, calibration));
    let before = 0;
    for (const own of all) {
      if (!own) throw new Error('No chance was given.');
      expect(chance.safeParse(own).error).toBeUndefined();
      expect(own.low).toBeGreaterThanOrEqual(1);
      expect(own.high).toBeLessThanOrEqual(99);
      expect(own.low).toBeLessThanOrEqual(own.percent);
      expect(own.high).toBeGreaterThanOrEqual(own.percent);
      expect(own.percent).toBeGreaterThanOrEqual(before);
      before = own.percent;
    }
  });
});

function calibrationWith(calibrator: Calibrator, more: Partial<Calibration> = {}): Calibration {
  const verdictsByPoints = [
    { points: 4, n: 30, accepted: 6 },
    { points: 10, n: 45, accepted: 20 },
    { points: 13, n: 10, accepted: 9 },
  ];
  const madeAt = '2026-11-22T00:00:00.000Z';
  return { definitionVersion: 1, madeAt, calibrator, verdictsByPoints, evidence: {}, ...more };
}

describe('a calibrator', () => {
  it.each([
    ['all accepted', [1, 1, 1]],
    ['none accepted', [0, 0, 0]],
  ])('of 1,500 verdicts with %s is sure of nothing', (_, pattern) => {
    const labels = Array.from({ length: 1500 }, (_, at) => pattern[at % 3] ?? 0);
    const calibrator = calibrate(logits.slice(0, 1500), labels);
    for (const logit of EXTREME) {
      const share = calibrated(calibrator, logit);
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(1);
    }
  });

  it('takes stairs only above 1,000 verdicts and where the line is wrong', () => {
    const { logits, outcomes } = verdictsOf(3000, straight, 2);
    expect(calibrate(logits, outcomes).kind).toBe('platt');
    expect(platt.kind).toBe('platt');
    expect(stairs.kind).toBe('isotonic');
  });

  it('finds slope and base that made the verdicts', () => {
    const { logits, outcomes } = verdictsOf(20_000, (logit) => chanceOf(0.7 * logit - 1), 3);
    const { slope, base } = calibrate(logits, outcomes, { stairs: false });
    expect(slope).toBeCloseTo(0.7, 1);
    expect(base).toBeCloseTo(-1, 1);
  });

  it('never turns the score over, even where sales accepts the worst', () => {
    const calibrator = calibrate(
      logits.slice(0, 400),
      logits.slice(0, 400).map((logit) => (logit < 0 ? 1 : 0)),
    );
    expect(calibrator.slope).toBeGreaterThan(0);
    expect(calibrated(calibrator, 4)).toBeGreaterThanOrEqual(calibrated(calibrator, -4));
  });

  it('says nothing new of no verdicts', () => {
    expect(calibrated(calibrate([], []), 0)).toBe(0.5);
  });
});

describe('a rising curve', () => {
  const cases = fc.array(
    fc.record({ value: fc.integer({ min: -20, max: 20 }), hit: fc.constantFrom(0, 0, 1) }),
    { minLength: 1, maxLength: 300 },
  );
  const curveOf = (all: readonly { value: number; hit: number }[]) =>
    isotonic(
      all.map(({ value }) => value),
      all.map(({ hit }) => hit),
    );

  it('rises in both directions, strictly between 0 and 1', () => {
    fc.assert(
      fc.property(cases, (all) => {
        const curve = curveOf(all);
        expect(curve.length).toBeGreaterThan(0);
        curve.forEach(({ at, share }, place) => {
          expect(share).toBeGreaterThan(0);
          expect(share).toBeLessThan(1);
          const before = curve[place - 1];
          if (before) expect(at).toBeGreaterThan(before.at);
          if (before) expect(share).toBeGreaterThan(before.share);
        });
      }),
    );
  });

  it('does not depend on the order of the cases, however many have the same points', () => {
    fc.assert(
      fc.property(
        cases.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(curveOf(shuffled)).toEqual(curveOf(all));
        },
      ),
    );
  });

  it('is straight between its points and flat beyond', () => {
    const curve = [
      { at: 0, share: 0.2 },
      { at: 2, share: 0.4 },
      { at: 3, share: 0.9 },
    ];
    expect([-9, 0, 1, 2, 2.5, 3, 9].map((at) => valueAt(curve, at).toFixed(3))).toEqual(
      [0.2, 0.2, 0.3, 0.4, 0.65, 0.9, 0.9].map((share) => share.toFixed(3)),
    );
    expect(valueAt([], 1)).toBe(0.5);
  });
});

describe('what is said with a chance', () => {
  it('is nothing below 25 verdicts', () => {
    const of = (n: number) => chanceFor(10, calibrationWith({ ...base, n }));
    expect(of(FEWEST_FOR_CHANCE - 1)).toBeNull();
    expect(of(FEWEST_FOR_CHANCE)).not.toBeNull();
    expect(chanceFor(10, null)).toBeNull();
  });

  it('is how leads like this fared: the nearest, until there are fifty', () => {
    const like = (points: number) => chanceFor(points, calibrationWith(base))?.like;
    expect(like(10)).toEqual({ n: 55, accepted: 29, from: 7, to: 13 });
    expect(like(7)).toEqual({ n: 75, accepted: 26, from: 4, to: 10 });
    expect(like(60)).toEqual({ n: 0, accepted: 0, from: 50, to: 70 });
  });

  it('promises no more than to the highest twenty who were judged, and no less than to the lowest', () => {
    const verdictsByPoints = [
      { points: 2, n: 30, accepted: 3 },
      { points: 20, n: 30, accepted: 12 },
      { points: 30, n: 15, accepted: 10 },
      { points: 40, n: 10, accepted: 7 },
    ];
    const calibration = calibrationWith({ ...base, n: 85 }, { verdictsByPoints });
    const percent = (points: number) => chanceFor(points, calibration)?.percent;
    // Ten with 40 and ten with 30: on the average 35.
    expect(percent(35)).toBeGreaterThan(percent(30) ?? 0);
    expect([36, 60, 300].map(percent)).toEqual([percent(35), percent(35), percent(35)]);
    expect([-50, 0].map(percent)).toEqual([percent(2), percent(2)]);
  });

  it('is an interval that is wider where fewer leads were like this', () => {
    const width = (points: number) => {
      const own = chanceFor(points, calibrationWith({ ...base, slope: 1e-3 }));
      return (own?.high ?? 0) - (own?.low ?? 0);
    };
    expect(width(60)).toBeGreaterThan(width(10) * 2);
  });
});

describe('intervals', () => {
  it('of a share hold it, stay within 0 and 1, and shrink with n', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (n, drawn) => {
        const hits = Math.min(n, drawn);
        const { low, high } = wilson(hits, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(hits / n + DIGIT);
        expect(high).toBeGreaterThanOrEqual(hits / n - DIGIT);
        const more = wilson(hits * 4, n * 4);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it('of a figure hold it about as often as they say', () => {
    let held = 0;
    // Scores of accepted leads are drawn from 0 to 1.5, others from 0 to 1: the true AUC is 2/3.
    for (let seed = 0; seed < 100; seed++) {
      const random = seeded(seed);
      const outcomes = Array.from({ length: 200 }, () => (random() < 0.4 ? 1 : 0));
      const scores = outcomes.map((hit) => random() * (hit ? 1.5 : 1));
      const { low, high } = bootstrap(auc, scores, outcomes, random, 100);
      if (low <= 2 / 3 && 2 / 3 <= high) held++;
    }
    expect(held).toBeGreaterThanOrEqual(88);
    expect(held).toBeLessThan(100);
  });
});
