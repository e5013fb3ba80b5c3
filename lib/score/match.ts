/** Which rule takes an event: the first that matches, and none but that one. */
import type { EngagementRule, LeadDefinition } from '../contract/definition.ts';
import { type EventKind, isOutcome } from '../contract/words.ts';

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

type Looked = Pick<ScoredEvent, 'kind' | 'name' | 'title' | 'path' | 'campaign'>;

/** @returns the first rule of the definition that takes this event, or null */
export function ruleFor(event: Looked, definition: LeadDefinition): EngagementRule | null {
  if (isOutcome(event.kind)) return null;
  return definition.engagement.find((rule) => takes(rule, event)) ?? null;
}

function takes(rule: EngagementRule, event: Looked): boolean {
  if (rule.kind !== event.kind) return false;
  if (!rule.where) return true;
  const field = event[rule.where.field]?.toLowerCase();
  return (
    field !== undefined && rule.where.contains.some((word) => field.includes(word.toLowerCase()))
  );
}

/**
 * How a definition tells events apart, as text. Two definitions with the same text can share counters; otherwise the
 * events have to be counted again.
 */
export function matchingOf(definition: LeadDefinition): string {
  return JSON.stringify(definition.engagement.map(({ id, kind, where }) => [id, kind, where]));
}
