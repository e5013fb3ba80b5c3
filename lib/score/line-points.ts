/** From a decayed count to whole points, and when they change by themselves. */
import type { EngagementRule } from '../contract/definition.ts';

/** Order of summation must not decide how a half is rounded. */
export const NUDGE = 1e-9;

/** Rounds half away from zero, so that +2.5 and -2.5 weigh the same; never -0. */
export function whole(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value) + NUDGE) || 0;
}

/** @returns the points of a rule that counts so many events (decayed): its step, or points × events, up to its cap */
export function linePoints(rule: EngagementRule, events: number): number {
  const raw = rule.steps ? stepAt(rule.steps, events) : whole(rule.points * events);
  return atMost(rule.cap, raw);
}

function atMost(cap: number, points: number): number {
  return Math.max(-cap, Math.min(cap, points)) || 0;
}

function stepAt(steps: NonNullable<EngagementRule['steps']>, events: number): number {
  let points = 0;
  for (const step of steps) {
    if (events + NUDGE < step.from) break;
    points = step.points;
  }
  return points;
}

/** A rule without points has no cap that says how many events are many. */
const MANY = 5;

/** @returns how many events a rule without steps counts until its cap holds it */
export function eventsToCap({ points, cap }: EngagementRule): number {
  return points === 0 ? MANY : cap / Math.abs(points);
}

/** @returns whether more events would change nothing */
export function isCapped(rule: EngagementRule, events: number): boolean {
  if (rule.steps) return events + NUDGE >= (rule.steps.at(-1)?.from ?? 0);
  return Math.abs(rule.points * events) > rule.cap;
}

/**
 * @param events how many count today (decayed)
 * @returns in how many days the points are others, if nothing happens; null when they stay as they are
 */
export function daysToNext(
  rule: EngagementRule,
  events: number,
  halfLifeDays: number,
): number | null {
  const points = linePoints(rule, events);
  const edge = rule.steps ? lastEdge(rule, rule.steps, events) : roundingEdge(rule, points);
  if (edge === null || events <= 0) return null;
  // From the formula, then to the whole day, where rounding may be off by one.
  let days = Math.max(1, Math.floor(halfLifeDays * Math.log2(events / edge)));
  const after = (age: number) => linePoints(rule, events * 2 ** (-age / halfLifeDays));
  while (days > 1 && after(days - 1) !== points) days--;
  while (after(days) === points) days++;
  return days;
}

/** @returns in how many days the points are half of what they are or less, if nothing happens; null when they are 0 */
export function daysToHalf(
  rule: EngagementRule,
  events: number,
  halfLifeDays: number,
): number | null {
  const after = (age: number) => events * 2 ** (-age / halfLifeDays);
  const half = Math.abs(linePoints(rule, events)) / 2;
  if (half === 0) return null;
  let days = 0;
  while (Math.abs(linePoints(rule, after(days))) > half) {
    const next = daysToNext(rule, after(days), halfLifeDays);
    if (next === null) return null;
    days += next;
  }
  return days;
}

/** Where the points change next on the way down: the start of the step we are on, or of one below with the same points. */
function lastEdge(
  rule: EngagementRule,
  steps: NonNullable<EngagementRule['steps']>,
  events: number,
): number | null {
  const points = linePoints(rule, events);
  for (let place = steps.length - 1; place >= 0; place--) {
    const from = steps[place]?.from ?? 0;
    if (events + NUDGE < from) continue;
    if (atMost(rule.cap, steps[place - 1]?.points ?? 0) !== points) return from;
  }
  return null;
}

/** Where rounding goes to the next whole point towards zero; capped points stay until the sum is below the cap. */
function roundingEdge(rule: EngagementRule, points: number): number | null {
  return points === 0 ? null : (Math.abs(points) - 0.5) / Math.abs(rule.points);
}
