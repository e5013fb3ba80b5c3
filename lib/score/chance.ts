/** The number in words: what so many points have meant in this team's own history. */
import type { Calibration } from '../contract/calibration.ts';
import type { Chance } from '../contract/score.ts';
import { calibrated } from './learn/calibrate.ts';
import { wilson } from './learn/intervals.ts';
import { logitOfPoints } from './learn/points.ts';

/** Below this many verdicts no chance is claimed: only the base rate could be learned from them. */
export const FEWEST_FOR_CHANCE = 25;
/** So many leads are wanted for "leads like this", if they are near enough. */
const ENOUGH_ALIKE = 50;
/** One logit to each side: further away they are not like this. */
const FURTHEST_ALIKE = 10;
/** Below this many, no rate is shown of leads like this. */
export const FEWEST_FOR_RATE = 20;

/**
 * @param calibration what verdicts have shown under the definition that made the points
 * @returns the chance; null while there are fewer than 25 verdicts
 */
export function chanceFor(points: number, calibration: Calibration | null): Chance | null {
  if (!calibration || calibration.calibrator.n < FEWEST_FOR_CHANCE) return null;
  const { calibrator } = calibration;
  const share = calibrated(calibrator, logitOfPoints(withinSeen(points, calibration)));
  const like = alike(points, calibration);
  // What was promised, with the weight of what was seen: an interval that always holds the number it is about.
  const weight = Math.max(1, like.n);
  const { low, high } = wilson(share * weight, weight);
  return {
    percent: percent(share),
    low: Math.min(percent(low), percent(share)),
    high: Math.max(percent(high), percent(share)),
    like,
    verdicts: calibrator.n,
  };
}

/**
 * A straight line goes on for ever, verdicts do not: with more points than nearly everybody who was ever judged, no more is
 * promised than to the twenty highest of those, and as little at the other end.
 */
function withinSeen(points: number, { verdictsByPoints }: Calibration): number {
  const lowest = meanOfFirst(verdictsByPoints);
  const highest = meanOfFirst(verdictsByPoints.toReversed());
  return Math.max(lowest, Math.min(highest, points));
}

/** Mean points of the first twenty verdicts of the list. */
function meanOfFirst(standings: Calibration['verdictsByPoints']): number {
  let [sum, left] = [0, FEWEST_FOR_RATE];
  for (const { points, n } of standings) {
    const taken = Math.min(n, left);
    sum += points * taken;
    left -= taken;
  }
  return sum / (FEWEST_FOR_RATE - left);
}

/** Never 0 and never 100: nothing is certain. */
function percent(share: number): number {
  return Math.max(1, Math.min(99, Math.round(share * 100)));
}

/** The verdicts nearest in points, symmetric around them, until there are enough. */
function alike(points: number, { verdictsByPoints }: Calibration): Chance['like'] {
  let found = { n: 0, accepted: 0, from: points, to: points };
  for (let reach = 0; reach <= FURTHEST_ALIKE; reach++) {
    const near = verdictsByPoints.filter((one) => Math.abs(one.points - points) <= reach);
    const n = near.reduce((sum, one) => sum + one.n, 0);
    const accepted = near.reduce((sum, one) => sum + one.accepted, 0);
    found = { n, accepted, from: points - reach, to: points + reach };
    if (n >= ENOUGH_ALIKE) break;
  }
  return found;
}
