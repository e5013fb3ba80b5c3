/** The score on other days than today: the thirty behind it, and when it falls below the line if nothing happens. */
import type { Counter, Counters, FitAttributes } from '../contract/counters.ts';
import type { EngagementRule, LeadDefinition } from '../contract/definition.ts';
import { counterOf, decay, decayedOn } from './counters.ts';
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
  const past = Array.from({ length: TREND_STEPS }, (_, step) => {
    const then = today - (TREND_STEPS - step) * 2;
    return held(engagementThen(counters, definition, then) + fitPoints, definition.totalCap);
  });
  const now = engagementPoints(counters, definition, today) + fitPoints;
  return [...past, held(now, definition.totalCap)];
}

/** The same as the points of `countersOn` that day, without making those: a card asks for fifteen days. */
function engagementThen(counters: Counters, definition: LeadDefinition, then: number): number {
  let sum = 0;
  for (const rule of definition.engagement) {
    const own = counterOf(counters, rule.id);
    const last = own ? lastDayUntil(own, then) : null;
    if (own && last !== null)
      sum += linePoints(rule, countThen(own, rule, { last, then }, definition));
  }
  return sum;
}

/** What the counter said on its last day until then, and what was left of that; summed up in one go a half may be rounded otherwise. */
function countThen(
  own: Counter,
  rule: EngagementRule,
  { last, then }: { last: number; then: number },
  { halfLifeDays }: LeadDefinition,
): number {
  return decayedOn(own, rule, last, halfLifeDays) * decay(then - last, halfLifeDays);
}

function lastDayUntil({ days }: Counter, then: number): number | null {
  let last: number | null = null;
  for (const key in days) {
    const day = Number(key);
    if (day <= then && (last === null || day > last)) last = day;
  }
  return last;
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
