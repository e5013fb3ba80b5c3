/** What they did: one line per rule, each event counted once, halved every half-life, capped, whole points. */
import type { Counter, Counters } from '../contract/counters.ts';
import type { EngagementRule, LeadDefinition } from '../contract/definition.ts';
import type { ReasonInBrief } from '../contract/look-up.ts';
import type { Contribution } from '../contract/score.ts';
import { counterOf, decayedAt } from './counters.ts';
import { daysToHalf, daysToNext, isCapped, linePoints } from './line-points.ts';

const DAY = 86_400_000;

/**
 * Points of a rule are `points × Σ 2^(-age / halfLife)` over its events (or the step that sum has reached), at most
 * `perDay` of one UTC day, cut at `cap`, whole. Smooth decay rather than "-10 after 30 idle days": a half-life of 60 to 180
 * days ranked best on real event streams, and the order does not jump overnight.
 *
 * @param day the UTC day that is asked about, not before the newest event
 * @returns one line per rule that saw anything, machines included (they count nothing but are shown)
 */
export function engagementContributions(
  counters: Counters,
  definition: LeadDefinition,
  day: number,
): Contribution[] {
  return definition.engagement.flatMap((rule) => {
    const own = counterOf(counters, rule.id);
    return own ? [contributionOf(rule, own, definition.halfLifeDays, day)] : [];
  });
}

/** @returns of each of those lines its points alone: what a list tells of hundreds of leads at once */
export function engagementLines(
  counters: Counters,
  definition: LeadDefinition,
  day: number,
): ReasonInBrief[] {
  const lines: ReasonInBrief[] = [];
  for (const rule of definition.engagement) {
    const own = counterOf(counters, rule.id);
    if (!own) continue;
    const points = linePoints(rule, decayedAt(own, day, definition.halfLifeDays));
    lines.push({ label: rule.label, points });
  }
  return lines;
}

/** @returns the sum of those lines, without making them */
export function engagementPoints(
  counters: Counters,
  definition: LeadDefinition,
  day: number,
): number {
  let sum = 0;
  for (const rule of definition.engagement) {
    const own = counterOf(counters, rule.id);
    if (own) sum += linePoints(rule, decayedAt(own, day, definition.halfLifeDays));
  }
  return sum;
}

/** @returns the first day after `day` on which some line is another if nothing happens; null when all stay for good */
export function nextChange(
  counters: Counters,
  definition: LeadDefinition,
  day: number,
): number | null {
  const { halfLifeDays } = definition;
  let first: number | null = null;
  for (const rule of definition.engagement) {
    const own = counterOf(counters, rule.id);
    const days = own ? daysToNext(rule, decayedAt(own, day, halfLifeDays), halfLifeDays) : null;
    // A cap of all may hide a line's change; looking again a day too early costs nothing.
    if (days !== null && (first === null || day + days < first)) first = day + days;
  }
  return first;
}

function contributionOf(
  rule: EngagementRule,
  own: Counter,
  halfLifeDays: number,
  day: number,
): Contribution {
  const events = decayedAt(own, day, halfLifeDays);
  const points = linePoints(rule, events);
  const next = daysToNext(rule, events, halfLifeDays);
  return {
    ruleId: rule.id,
    label: rule.label,
    side: 'engagement',
    points,
    times: own.times,
    discounted: own.discounted,
    lastAt: own.lastAt === null ? null : new Date(own.lastAt).toISOString(),
    halfAt: points === 0 ? null : halvesAt(rule, events, halfLifeDays, day),
    capped: own.times > 0 && isCapped(rule, events),
    next:
      next === null
        ? null
        : {
            on: isoDay(day + next),
            points: linePoints(rule, events * 2 ** (-next / halfLifeDays)),
          },
    evidence: null,
  };
}

/** A capped line stays at its cap until the decayed sum falls under it, so it halves later. */
function halvesAt(rule: EngagementRule, events: number, halfLifeDays: number, day: number): string {
  const over = Math.max(1, Math.abs(rule.points * events) / rule.cap);
  const days = rule.steps
    ? (daysToHalf(rule, events, halfLifeDays) ?? halfLifeDays)
    : halfLifeDays * (1 + Math.log2(over));
  return new Date((day + days) * DAY).toISOString();
}

/** @returns a UTC day as `2026-11-22` */
export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}
