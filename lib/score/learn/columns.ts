/** A definition as weights to learn: one per rule, or one per step where a rule has steps. */
import type { EngagementRule, LeadDefinition } from '../../contract/definition.ts';
import { decay } from '../counters.ts';
import type { LeadTable } from '../lead-table.ts';
import { eventsToCap, NUDGE } from '../line-points.ts';
import type { Entry } from './design.ts';

/** What one weight is about. */
export interface Column {
  ruleId: string;
  /** `from` of the step; null for a rule without steps. */
  step: number | null;
  side: 'engagement' | 'fit';
  label: string;
  points: number;
}

export function columnsOf(definition: LeadDefinition): Column[] {
  const engagement = definition.engagement.flatMap((rule): Column[] => {
    const { id: ruleId, label } = rule;
    if (!rule.steps) {
      return [{ ruleId, step: null, side: 'engagement', label, points: rule.points }];
    }
    return rule.steps.map(({ from, points }) => ({
      ruleId,
      step: from,
      side: 'engagement',
      label,
      points,
    }));
  });
  const fit = definition.fit.map(
    ({ id, label, points }): Column => ({ ruleId: id, step: null, side: 'fit', label, points }),
  );
  return [...engagement, ...fit];
}

/**
 * @param table made for this definition
 * @returns what of each weight applies to one lead
 */
export function entriesOf(
  table: LeadTable,
  row: number,
  definition: LeadDefinition,
): { engagement: Entry[]; fit: Entry[] } {
  const engagement: Entry[] = [];
  let column = 0;
  definition.engagement.forEach((rule, place) => {
    const cell = row * table.rules.length + place;
    const age = (table.asked[row] ?? 0) - (table.days[cell] ?? 0);
    const events = (table.values[cell] ?? 0) * decay(age, definition.halfLifeDays);
    const entry = entryOf(rule, events, column);
    if (entry) engagement.push(entry);
    column += rule.steps?.length ?? 1;
  });
  const fit: Entry[] = [];
  definition.fit.forEach((_, place) => {
    if (table.met[row * table.fitRules.length + place] === 1) fit.push([column, 1]);
    column++;
  });
  return { engagement, fit };
}

/** Of a rule with steps, the one that is reached; of another, how many events up to its cap. */
function entryOf(rule: EngagementRule, events: number, column: number): Entry | null {
  if (rule.steps) {
    const reached = rule.steps.findLastIndex(({ from }) => events + NUDGE >= from);
    return reached < 0 ? null : [column + reached, 1];
  }
  const amount = Math.min(events, eventsToCap(rule));
  return amount > 0 ? [column, amount] : null;
}
