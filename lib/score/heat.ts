/** How warm a lead is: one word for a chip in a list, from the same numbers as its card. */
import type { Counters } from '../contract/counters.ts';
import type { LeadDefinition } from '../contract/definition.ts';
import type { Heat, Stage } from '../contract/words.ts';
import { dayOf } from './counters.ts';
import { handsOver } from './score.ts';

/** What somebody did so many days ago is still fresh. */
export const FRESH_DAYS = 7;
/** With this share of the line's points, one or two things more reach it. */
const WITHIN_REACH = 0.75;

/** What of a lead makes it warm. */
export interface Warmth {
  points: number;
  stage: Stage;
  optedOut: boolean;
  counters: Counters;
}

/**
 * hot: sales has not answered, mail is welcome, and the score is at the line or over it, or they asked to be called.
 * warm: not hot, but within reach of the line (three quarters of its points, or beyond it and answered already), or they did
 * something that counts within the last seven days.
 * cold: all others.
 *
 * @param now milliseconds since 1970
 */
export function heatOf(lead: Warmth, definition: LeadDefinition, now: number): Heat {
  const { points, stage, optedOut, counters } = lead;
  const unanswered = stage === 'inquiry' || stage === 'mql';
  const calls = points >= definition.mqlAt || handsOver(counters, definition, dayOf(now)) !== null;
  if (unanswered && !optedOut && calls) return 'hot';
  return points >= definition.mqlAt * WITHIN_REACH || isFresh(counters, now) ? 'warm' : 'cold';
}

/** @returns whether a person did something that a rule counts, within the last seven days */
export function isFresh(counters: Counters, now: number): boolean {
  const last = lastCounted(counters);
  return last !== null && now - last <= FRESH_DAYS * 86_400_000;
}

/** @returns when a person last did something that a rule takes, milliseconds since 1970; null when none ever did */
export function lastCounted({ rules }: Counters): number | null {
  const times = Object.values(rules).flatMap(({ lastAt }) => (lastAt === null ? [] : [lastAt]));
  return times.length === 0 ? null : Math.max(...times);
}
