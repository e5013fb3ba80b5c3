/**
 * Counters: one decayed number per lead and rule, kept up to date with a multiply and an add per event.
 *
 * Decay goes by whole UTC days, which makes three things true: counting in any order gives the same (of a day that has
 * more events than count, it does not matter which came first), a score stays what it is from midnight to midnight unless
 * something happens, and reading costs nothing but a multiplication (forward decay, Cormode et al. 2009).
 */
import type { Counter, Counters } from '../contract/counters.ts';
import type { EngagementRule, LeadDefinition } from '../contract/definition.ts';
import { isOutcome } from '../contract/words.ts';
import { ruleFor, type ScoredEvent } from './match.ts';

const DAY = 86_400_000;

/** @returns the UTC day of a moment, counted from 1970-01-01 */
export function dayOf(at: number): number {
  return Math.floor(at / DAY);
}

/** @returns what is left of one event after so many days; an event of today, or of a clock that runs ahead, is whole */
export function decay(days: number, halfLifeDays: number): number {
  return days <= 0 ? 1 : 2 ** (-days / halfLifeDays);
}

export function noCounters(definition: LeadDefinition): Counters {
  const { halfLifeDays } = definition;
  return { halfLifeDays, limits: limitsOf(definition), people: 0, rules: {} };
}

/** Asked for each of a hundred thousand leads; definitions never change once made. */
const limits = new WeakMap<LeadDefinition['engagement'], string>();

/** @returns the daily limit of every rule, as text to compare */
function limitsOf({ engagement }: LeadDefinition): string {
  const known = limits.get(engagement) ?? engagement.map(({ perDay }) => perDay).join(' ');
  limits.set(engagement, known);
  return known;
}

/** @returns a rule's counter; rule ids come from people, and one may be called "constructor" */
export function counterOf(counters: Counters, ruleId: string): Counter | undefined {
  return Object.hasOwn(counters.rules, ruleId) ? counters.rules[ruleId] : undefined;
}

/** Counts one event, in O(1). Changes `counters`. */
export function count(counters: Counters, event: ScoredEvent, definition: LeadDefinition): void {
  // What became of a lead is what the score foretells; counted, it would know the answer.
  if (isOutcome(event.kind)) return;
  if (!event.machine) counters.people++;
  const rule = ruleFor(event, definition);
  if (!rule) return;
  let own = counterOf(counters, rule.id);
  const day = dayOf(event.at);
  if (!own) {
    own = emptyCounter(day);
    counters.rules[rule.id] = own;
  }
  if (event.machine) {
    own.discounted++;
    if (own.times === 0) own.day = Math.max(own.day, day);
    return;
  }
  // The days of machines end with the first person: `day` must not depend on who came first.
  if (own.times === 0) own.day = day;
  const before = own.days[day] ?? 0;
  own.days[day] = before + 1;
  own.times++;
  own.lastAt = Math.max(own.lastAt ?? event.at, event.at);
  if (before < rule.perDay) add(own, day, counters.halfLifeDays);
}

function add(own: Counter, day: number, halfLifeDays: number): void {
  if (day > own.day) {
    own.value = own.value * decay(day - own.day, halfLifeDays) + 1;
    own.day = day;
  } else {
    // Late, or of the same day.
    own.value += decay(own.day - day, halfLifeDays);
  }
}

function emptyCounter(day: number): Counter {
  return {
    value: 0,
    day,
    days: {},
    times: 0,
    discounted: 0,
    lastAt: null,
  };
}

/** @returns the counters of these events, in whatever order they are */
export function countersOf(events: Iterable<ScoredEvent>, definition: LeadDefinition): Counters {
  const counters = noCounters(definition);
  for (const event of events) count(counters, event, definition);
  return counters;
}

/** @returns the decayed count on that day, which is not before the counter's own */
export function decayedAt(own: Counter, day: number, halfLifeDays: number): number {
  return own.value * decay(day - own.day, halfLifeDays);
}

/** @returns the same from the days themselves, up to and with `day`: what the counter said then */
export function decayedOn(
  own: Counter,
  rule: Pick<EngagementRule, 'perDay'>,
  day: number,
  halfLifeDays: number,
): number {
  let sum = 0;
  for (const key in own.days) {
    const then = Number(key);
    if (then <= day)
      sum += Math.min(own.days[key] ?? 0, rule.perDay) * decay(day - then, halfLifeDays);
  }
  return sum;
}

/**
 * Counters for another definition that tells events apart in the same way (`matchingOf`): only half-life and daily limits
 * may differ, and those the days know.
 *
 * @returns the same counters when those do not differ
 */
export function recount(counters: Counters, definition: LeadDefinition): Counters {
  const same = counters.halfLifeDays === definition.halfLifeDays;
  if (same && counters.limits === limitsOf(definition)) return counters;
  const next: Counters = { ...noCounters(definition), people: counters.people };
  for (const rule of definition.engagement) {
    const own = counterOf(counters, rule.id);
    if (!own) continue;
    const value = decayedOn(own, rule, own.day, definition.halfLifeDays);
    next.rules[rule.id] = { ...own, value };
  }
  return next;
}

/** @returns the counters as they were at the end of that day */
export function countersOn(counters: Counters, day: number, definition: LeadDefinition): Counters {
  const then = noCounters(definition);
  for (const rule of definition.engagement) {
    const own = counterOf(counters, rule.id);
    const days = Object.entries(own?.days ?? {}).filter(([key]) => Number(key) <= day);
    if (!own || days.length === 0) continue;
    const times = days.reduce((sum, [, n]) => sum + n, 0);
    const last = Math.max(...days.map(([key]) => Number(key)));
    const lastAt = own.lastAt === null ? null : Math.min(own.lastAt, (last + 1) * DAY - 1);
    then.rules[rule.id] = {
      value: decayedOn(own, rule, last, definition.halfLifeDays),
      day: last,
      days: Object.fromEntries(days),
      times,
      discounted: 0,
      lastAt,
    };
    then.people += times;
  }
  return then;
}
