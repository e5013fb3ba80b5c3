/** What would change a score: time alone, or one more event. */
import type { Counters } from '../contract/counters.ts';
import type { LeadDefinition } from '../contract/definition.ts';
import type { WouldChange } from '../contract/score.ts';
import { counterOf, decayedAt } from './counters.ts';
import { linePoints } from './line-points.ts';

const MOST_SHOWN = 4;

/**
 * @param after what the lead would have on `day` if its lines gained so many points, caps of everything included
 * @returns what one more event today would do, strongest first; rules that would change nothing are left out
 */
export function oneMore(
  counters: Counters,
  definition: LeadDefinition,
  day: number,
  after: (gain: number) => number,
): WouldChange[] {
  const points = after(0);
  const above = points >= definition.mqlAt;
  return definition.engagement
    .map((rule): WouldChange => {
      const own = counterOf(counters, rule.id);
      const events = own ? decayedAt(own, day, definition.halfLifeDays) : 0;
      const isFull = (own?.days[day] ?? 0) >= rule.perDay;
      const gain = isFull ? 0 : linePoints(rule, events + 1) - linePoints(rule, events);
      const next = after(gain);
      const crosses = above !== next >= definition.mqlAt || (rule.handsOver === true && !above);
      return { ruleId: rule.id, label: rule.label, points: next - points, crosses };
    })
    .filter((change) => change.points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || (a.ruleId < b.ruleId ? -1 : 1))
    .slice(0, MOST_SHOWN);
}
