/**
 * lib/score: what a lead's number is and why. Pure functions of (events, who they are, definition, now), used by
 * the store to rank and to show, by the review desk to compare. Same inputs, same number, everywhere.
 *
 * In: scored events, fit attributes, a lead definition, a time. Out: a `ScoreView` whose lines sum to it exactly.
 */
import type { LeadDefinition } from '../contract/definition.ts';
import type { Contribution, ScoreView } from '../contract/score.ts';
import { engagementContributions, type ScoredEvent } from './engagement.ts';
import { type FitAttributes, fitContributions } from './fit.ts';
import { limited, sumOf } from './limits.ts';

export type { FitAttributes, ScoredEvent };

const DAY = 86_400_000;
/** Every other day over 30 days, both ends included: enough for a line 120 px wide. */
const TREND_STEPS = 15;

/**
 * @param events all events of the lead, in any order; machine events are shown but count nothing
 * @param fit what is known about the person
 * @param definition the rules that both sides agreed on
 * @param now milliseconds since 1970
 * @returns points, their explanation, the grade, and the last 30 days
 */
export function scoreLead(
  events: readonly ScoredEvent[],
  fit: FitAttributes,
  definition: LeadDefinition,
  now: number,
): ScoreView {
  const explained = explain(events, fit, definition, now);
  const fitPoints = sumOf(explained.fit);
  const engagementPoints = sumOf(explained.engagement);
  const contributions = [...explained.engagement, ...explained.fit, ...explained.limits];
  const people = events.filter((event) => !event.machine).length;
  const enough =
    people >= definition.enough.events || explained.fit.length >= definition.enough.fitRules;
  return {
    points: sumOf(contributions),
    fitPoints,
    engagementPoints,
    grade: enough ? gradeOf(fitPoints, engagementPoints, definition) : null,
    enough,
    mqlAt: definition.mqlAt,
    definitionVersion: definition.version,
    contributions: contributions.toSorted(byWeight),
    trend: trendOf(events, fit, definition, now),
    at: new Date(now).toISOString(),
  };
}

/** @returns the points alone: what ranking needs of every lead, without the thirty days behind it */
export function pointsOf(
  events: readonly ScoredEvent[],
  fit: FitAttributes,
  definition: LeadDefinition,
  now: number,
): number {
  const lines = explain(events, fit, definition, now);
  return sumOf([...lines.engagement, ...lines.fit, ...lines.limits]);
}

/** The lines of the explanation before they are put in order. */
function explain(
  events: readonly ScoredEvent[],
  fit: FitAttributes,
  definition: LeadDefinition,
  now: number,
) {
  const engagement = engagementContributions(events, definition, now);
  const fitLines = limited(fitContributions(fit, definition), definition.fitCap, 'Fit');
  const limits = limited([...engagement, ...fitLines], definition.totalCap, 'Everything together');
  return { engagement, fit: fitLines, limits: limits.slice(engagement.length + fitLines.length) };
}

function trendOf(
  events: readonly ScoredEvent[],
  fit: FitAttributes,
  definition: LeadDefinition,
  now: number,
): number[] {
  return Array.from({ length: TREND_STEPS + 1 }, (_, step) => {
    const then = now - (TREND_STEPS - step) * 2 * DAY;
    const known = events.filter((event) => event.at <= then);
    return pointsOf(known, fit, definition, then);
  });
}

/** A to D by fit, 1 to 4 by engagement; for show and routing, never an input of anything. */
function gradeOf(fitPoints: number, engagementPoints: number, definition: LeadDefinition): string {
  const step = (points: number, steps: readonly number[]) => {
    const place = steps.findIndex((lowest) => points >= lowest);
    return place === -1 ? steps.length : place;
  };
  const letter = 'ABCD'.charAt(step(fitPoints, definition.grades.fit));
  return `${letter}${step(engagementPoints, definition.grades.engagement) + 1}`;
}

/** What raises most first, then what lowers, then what counts nothing; equal ones by label. */
function byWeight(a: Contribution, b: Contribution): number {
  const rank = (line: Contribution) => (line.points > 0 ? 0 : line.points < 0 ? 1 : 2);
  return (
    rank(a) - rank(b) ||
    Math.abs(b.points) - Math.abs(a.points) ||
    a.label.localeCompare(b.label, 'en')
  );
}
