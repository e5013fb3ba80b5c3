import { describe, expect, it } from 'vitest';
import { NEAR_POINTS, teaches, WIDE_PERCENT } from '../../../components/sidebar/teaches.ts';
import type { ScoreView } from '../../../lib/contract/score.ts';

/** Well over the line, fit and interest agree, and the chance is well known: nothing to ask about. */
const QUIET: ScoreView = {
  points: 40,
  chance: {
    percent: 72,
    low: 66,
    high: 78,
    like: { n: 214, accepted: 152, from: 36, to: 44 },
    verdicts: 612,
  },
  verdicts: 612,
  fitPoints: 20,
  engagementPoints: 20,
  grade: 'A1',
  enough: true,
  mqlAt: 20,
  definitionVersion: 7,
  contributions: [],
  wouldChange: [],
  belowLineOn: null,
  trend: [],
  at: '2026-11-23T13:05:00.000Z',
};
const of = (over: Partial<ScoreView>) => teaches({ score: { ...QUIET, ...over } });
const between = (low: number, high: number) => ({
  chance: { percent: 50, low, high, like: { n: 30, accepted: 15, from: 36, to: 44 }, verdicts: 64 },
});

describe('which verdicts teach most', () => {
  it('is quiet about most leads', () => {
    expect(of({})).toBeNull();
    expect(of({ grade: 'C1' })).toBeNull();
    expect(of({ points: 2, grade: 'D4' })).toBeNull();
  });

  it('asks near the line, on both sides of it, and not a point further', () => {
    expect(of({ points: 20 })).toEqual({ is: 'near', points: 0 });
    expect(of({ points: 20 + NEAR_POINTS })).toEqual({ is: 'near', points: NEAR_POINTS });
    expect(of({ points: 20 - NEAR_POINTS })).toEqual({ is: 'near', points: NEAR_POINTS });
    expect(of({ points: 21 + NEAR_POINTS })).toBeNull();
    expect(of({ points: 19 - NEAR_POINTS })).toBeNull();
  });

  it('asks where who they are and what they do say opposite things', () => {
    expect(of({ grade: 'A4' })).toEqual({ is: 'fitOnly', grade: 'A4' });
    expect(of({ grade: 'D1' })).toEqual({ is: 'interestOnly', grade: 'D1' });
    expect(of({ grade: 'B4' })).toBeNull();
    expect(of({ grade: 'D2' })).toBeNull();
  });

  it('asks where few were like this, so that the chance could be nearly anything', () => {
    expect(of(between(35, 35 + WIDE_PERCENT))).toEqual({ is: 'wide', low: 35, high: 65 });
    expect(of(between(36, 35 + WIDE_PERCENT))).toBeNull();
    expect(of({ chance: null, verdicts: 11 })).toBeNull();
  });

  it('gives the first reason when there are several, and none where too little is known', () => {
    expect(of({ points: 21, grade: 'A4' })).toEqual({ is: 'near', points: 1 });
    expect(of({ grade: 'D1', ...between(20, 80) })).toEqual({ is: 'interestOnly', grade: 'D1' });
    expect(of({ points: 20, enough: false, grade: null })).toBeNull();
  });
});
