/** lib/score beside numpy, scipy and scikit-learn; tests/golden/make.py says where each number comes from. */
import { describe, expect, it } from 'vitest';
import { countersOf, decayedAt, decayedOn } from '../../../lib/score/counters.ts';
import { calibrate } from '../../../lib/score/learn/calibrate.ts';
import { decompose, inverseDiagonal, solve } from '../../../lib/score/learn/cholesky.ts';
import { type Design, designOf } from '../../../lib/score/learn/design.ts';
import { stabilityIndex } from '../../../lib/score/learn/drift.ts';
import { quantile, wilson } from '../../../lib/score/learn/intervals.ts';
import { isotonic } from '../../../lib/score/learn/isotonic.ts';
import { fitMap } from '../../../lib/score/learn/map-fit.ts';
import {
  atLine,
  auc,
  brier,
  ece,
  liftOfTopTenth,
  logLoss,
} from '../../../lib/score/learn/metrics.ts';
import golden from '../../golden/golden.json' with { type: 'json' };
import { DAY, definitionWith, event } from './support/leads.ts';

/** The largest distance of two lists, place by place; infinite when one is longer. */
function apart(ours: ArrayLike<number>, theirs: ArrayLike<number>): number {
  if (ours.length !== theirs.length) return Number.POSITIVE_INFINITY;
  return Math.max(...Array.from(ours, (value, at) => Math.abs(value - (theirs[at] ?? Number.NaN))));
}

function sparse(rows: readonly (readonly number[])[]): Design {
  return designOf(
    rows.map((row) =>
      row.flatMap((amount, column) => (amount === 0 ? [] : [[column, amount] as const])),
    ),
    rows[0]?.length ?? 0,
  );
}

describe('counters, against the sum over days (1e-9)', () => {
  it.each(golden.counters)('half-life $halfLifeDays, $perDay a day', (own) => {
    const { halfLifeDays, perDay, asked } = own;
    const rule = { id: 'seen', label: 'Seen', kind: 'other' as const, points: 1, cap: 300, perDay };
    const definition = definitionWith({ halfLifeDays, engagement: [rule] });
    const events = own.events.map(([day = 0, second = 0]) =>
      event({ kind: 'other', at: day * DAY + second * 1000 }),
    );
    const counter = countersOf(events, definition).rules.seen;
    if (!counter) throw new Error('Nothing was counted.');
    expect(apart([decayedAt(counter, asked, halfLifeDays)], [own.value])).toBeLessThan(1e-9);
    expect(apart([decayedOn(counter, rule, asked, halfLifeDays)], [own.value])).toBeLessThan(1e-9);
  });
});

describe('logistic regression', () => {
  const { rows, outcomes, counts, offsets, map, ridge } = golden.regression;
  const design = sparse(rows);

  it('with agreed weights as prior, weighted cases and offsets, is the optimum of scipy (1e-4)', () => {
    const prior = { mean: Float64Array.from(map.mean), sd: Float64Array.from(map.priorSd) };
    const fitted = fitMap({ design, labels: outcomes, counts, offsets }, prior);
    expect(apart(fitted.weights, map.weights)).toBeLessThan(1e-4);
    expect(apart([fitted.loss], [map.loss])).toBeLessThan(1e-6);
    const sd = inverseDiagonal(fitted.hessian, map.mean.length).map(Math.sqrt);
    expect(apart(sd, map.sd)).toBeLessThan(1e-5);
  });

  it('finds it from a bad start, too (1e-4)', () => {
    const prior = { mean: Float64Array.from(map.mean), sd: Float64Array.from(map.priorSd) };
    const start = Float64Array.from(map.mean, (_, at) => (at % 2 === 0 ? 25 : -25));
    const fitted = fitMap({ design, labels: outcomes, counts, offsets }, prior, start);
    expect(apart(fitted.weights, map.weights)).toBeLessThan(1e-4);
  });

  it('with a prior of zero is the ridge of scikit-learn (1e-4)', () => {
    const width = design.width;
    const sd = new Float64Array(width + 1).fill(ridge.sd);
    sd[width] = 1e4;
    const prior = { mean: new Float64Array(width + 1), sd };
    const fitted = fitMap({ design, labels: outcomes, counts }, prior);
    expect(apart(fitted.weights, ridge.weights)).toBeLessThan(1e-4);
  });
});

describe('calibration', () => {
  const { logits, outcomes, counts, platt, base } = golden.calibration;

  it('with 180 verdicts is Platt with a prior, as scipy finds it (1e-5)', () => {
    const calibrator = calibrate(logits, outcomes, { counts });
    expect(calibrator).toMatchObject({ kind: 'platt', n: platt.n });
    const { slope, base } = calibrator;
    expect(apart([slope, base], [platt.slope, platt.base])).toBeLessThan(1e-5);
  });

  it('with 49 verdicts learns the base alone (1e-5)', () => {
    const few = base.n;
    const calibrator = calibrate(logits.slice(0, few), outcomes.slice(0, few), { counts });
    expect(calibrator).toMatchObject({ kind: 'base', n: few });
    expect(apart([calibrator.slope, calibrator.base], [1, base.base])).toBeLessThan(1e-5);
  });

  it('in stairs has the blocks of scikit-learn, ties and all, each shrunk by half a verdict (1e-9)', () => {
    const { values, outcomes, counts, blocks } = golden.stairs;
    const stairs = isotonic(values, outcomes, counts);
    const places = stairs.map(({ at }) => at);
    const shares = stairs.map(({ share }) => share);
    const shrunk = blocks.map(({ share, weight }) => (share * weight + 0.5) / (weight + 1));
    expect(
      apart(
        places,
        blocks.map(({ at }) => at),
      ),
    ).toBeLessThan(1e-9);
    expect(apart(shares, shrunk)).toBeLessThan(1e-9);
  });
});

describe('metrics, against scikit-learn and numpy (1e-9)', () => {
  const { scores, chances, outcomes, line, ...expected } = golden.metrics;
  const ours = {
    auc: auc(scores, outcomes),
    brier: brier(chances, outcomes),
    logLoss: logLoss(chances, outcomes),
    ece: ece(chances, outcomes),
    lift10: liftOfTopTenth(scores, outcomes),
  };

  it.each(['auc', 'brier', 'logLoss', 'ece', 'lift10'] as const)('%s', (name) => {
    expect(apart([ours[name]], [expected[name]])).toBeLessThan(1e-9);
  });

  it('precision, recall and volume at a line', () => {
    const { volume, precision, recall } = atLine(scores, outcomes, line.at);
    expect(volume).toBe(line.volume);
    expect(apart([precision, recall], [line.precision, line.recall])).toBeLessThan(1e-9);
  });

  it.each(golden.wilson)('interval of $hits in $n (1e-6: 1.959964 has six digits)', (own) => {
    const { low, high } = wilson(own.hits, own.n);
    expect(apart([low, high], [own.low, own.high])).toBeLessThan(1e-6);
  });

  it('quantiles', () => {
    const { values, shares, quantiles } = golden.quantile;
    expect(
      apart(
        shares.map((share) => quantile(values, share)),
        quantiles,
      ),
    ).toBeLessThan(1e-9);
  });
});

describe('population stability, against scipy (1e-9)', () => {
  it.each(golden.stability)('of levels $before and then $after', ({ before, after, psi }) => {
    const levels = (counts: readonly number[]) => {
      const named = counts.map((n, level) => [`level ${level}`, n] as const);
      return new Map(named.filter(([, n]) => n > 0));
    };
    expect(apart([stabilityIndex(levels(before), levels(after)).psi], [psi])).toBeLessThan(1e-9);
  });
});

describe('Cholesky, against numpy.linalg (1e-9)', () => {
  const { matrix, b, x, inverseDiagonal: diagonal } = golden.cholesky;

  it('solves, and gives the diagonal of the inverse', () => {
    const lower = Float64Array.from(matrix.flat());
    expect(decompose(lower, b.length)).toBe(true);
    expect(apart(solve(lower, b.length, b), x)).toBeLessThan(1e-9);
    expect(apart(inverseDiagonal(lower, b.length), diagonal)).toBeLessThan(1e-9);
  });

  it('says when a matrix is not positive definite', () => {
    expect(decompose(Float64Array.of(1, 2, 2, 1), 2)).toBe(false);
  });
});
