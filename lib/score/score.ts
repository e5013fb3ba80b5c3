/**
 * lib/score: what a lead's number is and why. Pure functions of (counters, who they are, definition, now), used by the
 * store to rank and to show, by the sidebar to explain, by the review desk to compare. Same inputs, same number, everywhere.
 *
 * In: counters (counters.ts), fit attributes, a lead definition, what verdicts have shown, a time. Out: a `ScoreView` whose
 * lines sum to it exactly. How verdicts teach is in learn/.
 */
import type { Calibration } from '../contract/calibration.ts';
import type { Counters, FitAttributes } from '../contract/counters.ts';
import type { LeadDefinition } from '../contract/definition.ts';
import type { ReasonInBrief } from '../contract/look-up.ts';
import type { Contribution, ScoreView } from '../contract/score.ts';
import { chanceFor } from './chance.ts';
import { counterOf, dayOf } from './counters.ts';
import {
  engagementContributions,
  engagementLines,
  engagementPoints,
  isoDay,
  nextChange,
} from './engagement.ts';
import { fitContributions, fitPointsOf, fitRulesMet } from './fit.ts';
import { held, limited, sumOf } from './limits.ts';
import { oneMore } from './outlook.ts';
import { belowLineOn, trendOf } from './over-time.ts';

/** Below this many verdicts, how leads with a line fared is chance. */
const FEWEST_FOR_EVIDENCE = 20;
/** A list has room for so many lines of an explanation. */
const MOST_REASONS = 3;

/** What points mean, and when it is. */
export interface ScoreAsOf {
  /** Milliseconds since 1970. */
  now: number;
  /** Null when no verdict has shown anything yet, or when points alone are wanted. */
  calibration: Calibration | null;
}

/**
 * @param counters what the person did; machine events are in them, shown, and count nothing
 * @param fit what is known about the person
 * @param definition the rules that both sides agreed on
 * @returns points, their explanation, the chance they stand for, the grade, the last 30 days and what would change it
 */
export function scoreLead(
  counters: Counters,
  fit: FitAttributes,
  definition: LeadDefinition,
  { now, calibration }: ScoreAsOf,
): ScoreView {
  const today = dayOf(now);
  const own = {
    engagement: engagementContributions(counters, definition, today),
    fit: fitContributions(fit, definition),
  };
  const lines = withLimits(own, definition);
  const contributions = [...lines.engagement, ...lines.fit, ...lines.limits];
  const brief = inBrief(lines, own.fit.length, counters, definition);
  const { points, fitPoints, engagementPoints, enough } = brief;
  return {
    points,
    chance: enough ? chanceFor(points, calibration) : null,
    verdicts: calibration?.calibrator.n ?? 0,
    fitPoints,
    engagementPoints,
    grade: brief.grade,
    enough,
    mqlAt: definition.mqlAt,
    definitionVersion: definition.version,
    contributions: contributions
      .map((line) => ({ ...line, evidence: evidenceFor(line, calibration) }))
      .sort(byWeight),
    wouldChange: oneMore(counters, definition, today, (gain) =>
      held(engagementPoints + gain + fitPoints, definition.totalCap),
    ),
    belowLineOn: belowLineOn(counters, fit, definition, today),
    trend: trendOf(counters, fit, definition, today),
    at: new Date(now).toISOString(),
  };
}

/** What a list shows of a score. */
export type ScoreInBrief = Pick<
  ScoreView,
  'points' | 'fitPoints' | 'engagementPoints' | 'grade' | 'enough'
>;

/** @returns the same numbers as `scoreLead`, and of the explanation only what raises most; without the thirty days behind it */
export function scoreInBrief(
  counters: Counters,
  fit: FitAttributes,
  definition: LeadDefinition,
  now: number,
): ScoreInBrief & { why: ReasonInBrief[] } {
  const own = {
    engagement: engagementLines(counters, definition, dayOf(now)),
    fit: fitRulesMet(fit, definition).map(({ label, points }) => ({ label, points })),
  };
  const lines = withLimits(own, definition);
  const why = raisingMost([...lines.engagement, ...lines.fit, ...lines.limits]);
  return { ...inBrief(lines, own.fit.length, counters, definition), why };
}

/** @returns what raises a score most, strongest first */
function raisingMost(lines: readonly ReasonInBrief[]): ReasonInBrief[] {
  const raising = lines.filter(({ points }) => points > 0).sort(byWeight);
  return raising.slice(0, MOST_REASONS).map(({ label, points }) => ({ label, points }));
}

/** @param met how many fit rules the person meets */
function inBrief(
  { engagement, fit, limits }: Record<'engagement' | 'fit' | 'limits', readonly ReasonInBrief[]>,
  met: number,
  counters: Counters,
  definition: LeadDefinition,
): ScoreInBrief {
  const [fitPoints, engagementPoints] = [sumOf(fit), sumOf(engagement)];
  const enough = counters.people >= definition.enough.events || met >= definition.enough.fitRules;
  return {
    points: engagementPoints + fitPoints + sumOf(limits),
    fitPoints,
    engagementPoints,
    grade: enough ? gradeOf(fitPoints, engagementPoints, definition) : null,
    enough,
  };
}

/** @returns the points alone: what ranking needs of every lead, without the explanation and the thirty days behind it */
export function pointsOn(
  counters: Counters,
  fit: FitAttributes,
  definition: LeadDefinition,
  day: number,
): number {
  const engagement = engagementPoints(counters, definition, day);
  return held(engagement + fitPointsOf(fit, definition), definition.totalCap);
}

/** @returns the first day on which the points are others if nothing happens, as a UTC day; null when they stay for good */
export function changesOn(
  counters: Counters,
  definition: LeadDefinition,
  day: number,
): string | null {
  const next = nextChange(counters, definition, day);
  return next === null ? null : isoDay(next);
}

/** @returns whether the lead asked to be called: some rule hands over at once, and its event is not older than a half-life */
export function handsOver(
  counters: Counters,
  definition: LeadDefinition,
  day: number,
): string | null {
  const rule = definition.engagement.find(({ id, handsOver }) => {
    const own = handsOver ? counterOf(counters, id) : undefined;
    return own && own.times > 0 && day - own.day <= definition.halfLifeDays;
  });
  return rule?.id ?? null;
}

/** The lines of an explanation with what caps take away, before they are put in order. */
function withLimits<Line extends ReasonInBrief>(
  { engagement, fit }: { engagement: readonly Line[]; fit: readonly Line[] },
  { fitCap, totalCap }: LeadDefinition,
) {
  const fitLines = limited(fit, fitCap, 'Fit');
  const limits = limited([...engagement, ...fitLines], totalCap, 'Everything together');
  return { engagement, fit: fitLines, limits: limits.slice(engagement.length + fitLines.length) };
}

function evidenceFor(line: Contribution, calibration: Calibration | null) {
  const evidence = calibration?.evidence;
  const own = evidence && Object.hasOwn(evidence, line.ruleId) ? evidence[line.ruleId] : undefined;
  return own && own.n >= FEWEST_FOR_EVIDENCE ? own : null;
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

/** Made once: asked for by name, the order of a language is looked up for every two labels. */
const inEnglish = new Intl.Collator('en');

/** What raises most first, then what lowers, then what counts nothing; equal ones by label. */
function byWeight(a: ReasonInBrief, b: ReasonInBrief): number {
  const rank = ({ points }: ReasonInBrief) => (points > 0 ? 0 : points < 0 ? 1 : 2);
  return (
    rank(a) - rank(b) ||
    Math.abs(b.points) - Math.abs(a.points) ||
    inEnglish.compare(a.label, b.label)
  );
}
