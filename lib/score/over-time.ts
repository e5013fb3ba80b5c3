/** The score on other days than today: the thirty behind it, and when it falls below the line if nothing happens. */
import type { Counter, Counters, FitAttributes } from '../contract/counters.ts';
import type { EngagementRule, LeadDefinition } from '../contract/definition.ts';
import { counterOf, decay } from './counters.ts';
import { engagementPoints, isoDay, nextChange } from './engagement.ts';
import { fitPointsOf } from './fit.ts';
import { held } from './limits.ts';
import { linePoints } from './line-points.ts';

/** Every other day over 30 days, both ends included: enough for a line 120 px wide. */
const TREND_STEPS = 15;
/** Further ahead than this nobody plans. */
const OUTLOOK_DAYS = 365;

/** @returns the points of the last thirty days, oldest first, today's last */
export function trendOf(
  counters: Counters,
  fit: FitAttributes,
  definition: LeadDefinition,
  today: number,
): number[] {
  const fitPoints = fitPointsOf(fit, definition);
  const past = Array.from({ length: TREND_STEPS }, (_, step) => today - (TREND_STEPS - step) * 2);
  const points = [
    ...engagementThen(counters, definition, past),
    engagementPoints(counters, definition, today),
  ];
  return points.map((engagement) => held(engagement + fitPoints, definition.totalCap));
}

/**
 * The same as the points of `countersOn` on each of these days, without making those: every day that something happened on is
 * gone through once for all of them, since of a lead with a long history there are hundreds.
 *
 * @param past days, oldest first
 */
function engagementThen(
  counters: Counters,
  definition: LeadDefinition,
  past: readonly number[],
): number[] {
  const sums = past.map(() => 0);
  for (const rule of definition.engagement) {
    const own = counterOf(counters, rule.id);
    if (!own) continue;
    for (const [step, events] of countsThen(own, rule, past, definition).entries()) {
      if (events !== null) sums[step] = (sums[step] ?? 0) + linePoints(rule, events);
    }
  }
  return sums;
}

/** @returns the decayed count on each of these days; null before the first event */
function countsThen(
  { days }: Counter,
  { perDay }: EngagementRule,
  past: readonly number[],
  { halfLifeDays }: LeadDefinition,
): (number | null)[] {
  const active = Object.keys(days)
    .map(Number)
    .sort((a, b) => a - b);
  let place = 0;
  let sum = 0;
  let last: number | null = null;
  return past.map((then) => {
    for (let day = active[place]; day !== undefined && day <= then; day = active[++place]) {
      // One step after the other, as events are counted when they come.
      const before = last === null ? 0 : sum * decay(day - last, halfLifeDays);
      sum = before + Math.min(days[day] ?? 0, perDay);
      last = day;
    }
    return last === null ? null : sum * decay(then - last, halfLifeDays);
  });
}

/** @returns the first day on which the points are below the line if nothing happens; null when they are now, or never within a year */
export function belowLineOn(
  counters: Counters,
  fit: FitAttributes,
  definition: LeadDefinition,
  today: number,
): string | null {
  const fitPoints = fitPointsOf(fit, definition);
  const isBelow = (day: number) =>
    held(engagementPoints(counters, definition, day) + fitPoints, definition.totalCap) <
    definition.mqlAt;
  if (isBelow(today)) return null;
  for (let day = today; day < today + OUTLOOK_DAYS; ) {
    const next = nextChange(counters, definition, day);
    if (next === null) return null;
    day = next;
    if (isBelow(day)) return isoDay(day);
  }
  return null;
}
