/** What every field of the form is given: what it shows, what that is compared with, whether it may be changed. */
import type { EngagementRule, FitRule, LeadDefinition } from '../../lib/contract/definition.ts';
import type { RuleSide } from '../../lib/contract/definition-changes.ts';
import type { DefinitionIssue } from '../../lib/contract/definition-issues.ts';
import type { RulesReport } from '../../lib/contract/reports.ts';

export type Form = {
  shown: LeadDefinition;
  /** In force. */
  was: LeadDefinition;
  mayEdit: boolean;
  issues: DefinitionIssue[];
  evidence: RulesReport | null;
  edit: (next: LeadDefinition, field: string | null) => void;
};

export type Path = readonly (string | number)[];

/** @returns what is wrong with exactly this field, or with something inside it that has no field of its own */
export function issueAt({ issues }: Form, path: Path, inside = false): DefinitionIssue | null {
  const hit = issues.find(
    (issue) =>
      (inside ? issue.path.length >= path.length : issue.path.length === path.length) &&
      path.every((key, place) => issue.path[place] === key),
  );
  return hit ?? null;
}

/** @returns a copy with one replaced, or without it for null */
export function replaced<T>(all: readonly T[], place: number, next: T | null): T[] {
  return all.flatMap((one, at) => (at === place ? (next === null ? [] : [next]) : [one]));
}

/** @returns the definition with one fit rule replaced, or without it for null */
export const withFit = (of: LeadDefinition, place: number, next: FitRule | null) => ({
  ...of,
  fit: replaced(of.fit, place, next),
});

/** @returns the definition with one engagement rule replaced, or without it for null */
export const withEngagement = (of: LeadDefinition, place: number, next: EngagementRule | null) => ({
  ...of,
  engagement: replaced(of.engagement, place, next),
});

/** A rule that nobody named yet; it cannot be saved before somebody does. */
export function withNewRule(of: LeadDefinition, side: RuleSide): LeadDefinition {
  const id = freeId('rule', [...of.engagement, ...of.fit]);
  if (side === 'fit') {
    const test = { is: 'contains', attribute: 'title', words: [] } as const;
    return { ...of, fit: [...of.fit, { id, label: '', test: { ...test, words: [] }, points: 1 }] };
  }
  const rule: EngagementRule = { id, label: '', kind: 'page_viewed', points: 1, cap: 2, perDay: 1 };
  // Before the others: behind a rule that takes all events of its kind it would never be asked.
  return { ...of, engagement: [rule, ...of.engagement] };
}

/** @returns the definition with one rule moved by so many places */
export function withMoved(
  definition: LeadDefinition,
  side: RuleSide,
  place: number,
  by: -1 | 1,
): LeadDefinition {
  return side === 'fit'
    ? { ...definition, fit: moved(definition.fit, place, by) }
    : { ...definition, engagement: moved(definition.engagement, place, by) };
}

/** @returns a copy with one moved by so many places; the same where there is no such place */
export function moved<T>(all: readonly T[], place: number, by: -1 | 1): T[] {
  const [one] = all.slice(place, place + 1);
  const target = place + by;
  if (one === undefined || target < 0 || target >= all.length) return [...all];
  const rest = all.filter((_, at) => at !== place);
  return [...rest.slice(0, target), one, ...rest.slice(target)];
}

/** @returns `rule-1`, or the first that is free */
export function freeId(prefix: string, taken: readonly { id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let n = 1;
  while (ids.has(`${prefix}-${n}`)) n += 1;
  return `${prefix}-${n}`;
}
