/** What they did: one line per rule, each event counted once, halved every half-life, capped, whole points. */
import type { EngagementRule, LeadDefinition } from '../contract/definition.ts';
import type { Contribution } from '../contract/score.ts';
import type { EventKind } from '../contract/words.ts';

const DAY = 86_400_000;

/** The part of an event that a rule can look at. `at` in milliseconds since 1970. */
export interface ScoredEvent {
  kind: EventKind;
  name: string;
  title: string | null;
  path: string | null;
  campaign: string | null;
  at: number;
  machine: boolean;
}

/** @returns the first rule of the definition that takes this event, or null */
export function ruleFor(event: ScoredEvent, definition: LeadDefinition): EngagementRule | null {
  return definition.engagement.find((rule) => takes(rule, event)) ?? null;
}

function takes(rule: EngagementRule, event: ScoredEvent): boolean {
  if (rule.kind !== event.kind) return false;
  if (!rule.where) return true;
  const field = event[rule.where.field]?.toLowerCase();
  return (
    field !== undefined && rule.where.contains.some((word) => field.includes(word.toLowerCase()))
  );
}

/**
 * Points of a rule are `points × Σ 2^(-age / halfLife)` over its events, at most `perDay` of one UTC day, cut at
 * `cap`, then rounded. Smooth decay rather than "-10 after 30 idle days": a half-life of 60 to 180 days ranked
 * best on real event streams, and the order does not jump overnight.
 *
 * @returns one line per rule that saw anything, machines included (they count nothing but are shown)
 */
export function engagementContributions(
  events: readonly ScoredEvent[],
  definition: LeadDefinition,
  now: number,
): Contribution[] {
  const seen = new Map<EngagementRule, ScoredEvent[]>();
  for (const event of events) {
    const rule = ruleFor(event, definition);
    if (!rule) continue;
    const list = seen.get(rule);
    if (list) list.push(event);
    else seen.set(rule, [event]);
  }
  return [...seen].map(([rule, list]) => contributionOf(rule, list, definition.halfLifeDays, now));
}

function contributionOf(
  rule: EngagementRule,
  events: ScoredEvent[],
  halfLifeDays: number,
  now: number,
): Contribution {
  const people = events.filter((event) => !event.machine).sort((a, b) => a.at - b.at);
  const raw = atMostPerDay(people, rule.perDay).reduce(
    (sum, event) => sum + rule.points * 2 ** (-Math.max(0, now - event.at) / (halfLifeDays * DAY)),
    0,
  );
  const points = whole(Math.max(-rule.cap, Math.min(rule.cap, raw)));
  const last = people.at(-1);
  return {
    ruleId: rule.id,
    label: rule.label,
    side: 'engagement',
    points,
    times: people.length,
    discounted: events.length - people.length,
    lastAt: last ? new Date(last.at).toISOString() : null,
    halfAt: points === 0 ? null : halvesAt(raw, rule.cap, halfLifeDays, now),
    capped: Math.abs(raw) > rule.cap,
  };
}

/** The first `most` events of each UTC day; the list must be in order of time. */
function atMostPerDay(events: readonly ScoredEvent[], most: number): ScoredEvent[] {
  const counts = new Map<number, number>();
  return events.filter((event) => {
    const day = Math.floor(event.at / DAY);
    const count = (counts.get(day) ?? 0) + 1;
    counts.set(day, count);
    return count <= most;
  });
}

/** A capped line stays at its cap until the decayed sum falls under it, so it halves later. */
function halvesAt(raw: number, cap: number, halfLifeDays: number, now: number): string {
  const over = Math.max(1, Math.abs(raw) / cap);
  return new Date(now + halfLifeDays * DAY * (1 + Math.log2(over))).toISOString();
}

/** Rounds half away from zero, so that +2.5 and -2.5 weigh the same; never -0. */
function whole(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value)) || 0;
}
