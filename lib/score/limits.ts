/** Caps as lines of their own, so that the lines still sum to the score when a cap bites. */
import type { Contribution } from '../contract/score.ts';

/** @returns the sum of the points of these lines */
export function sumOf(lines: readonly Pick<Contribution, 'points'>[]): number {
  return lines.reduce((sum, line) => sum + line.points, 0);
}

/** @returns the sum as far as it counts: at least 0, at most the cap */
export function held(sum: number, cap: number): number {
  return Math.max(0, Math.min(cap, sum));
}

/**
 * @param lines what is summed
 * @param cap the most it may be; the least is 0
 * @param what names the sum in the line: `Fit`
 * @returns the lines, and one more that takes away (or gives back) what is beyond
 */
export function limited<Line extends Pick<Contribution, 'points'>>(
  lines: readonly Line[],
  cap: number,
  what: string,
): (Line | Contribution)[] {
  const sum = sumOf(lines);
  const correction = held(sum, cap) - sum;
  if (correction === 0) return [...lines];
  return [
    ...lines,
    {
      ruleId: `limit-${what.toLowerCase().replaceAll(' ', '-')}`,
      label: correction < 0 ? `${what} counts at most ${cap}` : `${what} never counts below 0`,
      side: 'limit',
      points: correction,
      times: 0,
      discounted: 0,
      lastAt: null,
      halfAt: null,
      capped: true,
      next: null,
      evidence: null,
    },
  ];
}
