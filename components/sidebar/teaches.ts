/** Which verdicts teach most, so that the bar asks for a little more there and stays quiet everywhere else. */
import type { LeadCard } from '../../lib/contract/lead.ts';

/**
 * near: about on the line · fitOnly, interestOnly: who they are and what they do say opposite things · wide: too few were like
 * this to know the chance
 */
export type Teaches =
  | { is: 'near'; points: number }
  | { is: 'fitOnly' | 'interestOnly'; grade: string }
  | { is: 'wide'; low: number; high: number };

/** A point is a tenth of a logit: three of them move the odds by a third and the chance by at most eight in a hundred. Verdicts
 * inside that band decide where the line should be; further out both sides mostly agree anyway. */
export const NEAR_POINTS = 3;
/** Of the sixteen grades only A4 and D1 are three steps apart: a line that came more often would soon not be read. */
export const STEPS_APART = 3;
/** So wide a 95 % interval rests on about forty verdicts or fewer; each further one narrows it visibly. */
export const WIDE_PERCENT = 30;

/** @returns why the verdict on this lead teaches more than most; null when it does not */
export function teaches({ score }: Pick<LeadCard, 'score'>): Teaches | null {
  if (!score.enough) return null;
  const apart = Math.abs(score.points - score.mqlAt);
  if (apart <= NEAR_POINTS) return { is: 'near', points: apart };
  const disagree = disagreement(score.grade);
  if (disagree) return disagree;
  const { chance } = score;
  if (chance && chance.high - chance.low >= WIDE_PERCENT) {
    return { is: 'wide', low: chance.low, high: chance.high };
  }
  return null;
}

function disagreement(grade: string | null): Teaches | null {
  if (!grade) return null;
  // Both count from the best: A is 0, and so is 1.
  const fit = 'ABCD'.indexOf(grade.charAt(0));
  const interest = Number(grade.charAt(1)) - 1;
  if (Math.abs(fit - interest) < STEPS_APART) return null;
  return { is: fit < interest ? 'fitOnly' : 'interestOnly', grade };
}
