/** Narrows the loaded lines to what sales said and why. Nothing chosen means everything. */
import type { ReviewLine } from '../../lib/contract/review.ts';
import { what } from './said-words.ts';

export type Filter = { said: ReadonlySet<string>; reasons: ReadonlySet<string> };

export const EVERYTHING: Filter = { said: new Set(), reasons: new Set() };

/** @returns whether any box is ticked. */
export const narrows = (filter: Filter): boolean => filter.said.size + filter.reasons.size > 0;

/** @returns the lines that fit, in their order. */
export function apply(lines: ReviewLine[], { said, reasons }: Filter): ReviewLine[] {
  return lines.filter(
    ({ entry }) =>
      (said.size === 0 || said.has(what(entry))) &&
      (reasons.size === 0 || (entry.reason !== null && reasons.has(entry.reason))),
  );
}

/** @returns the set with this one in or out. */
export function toggled(set: ReadonlySet<string>, one: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
}

export type Count = { value: string; count: number };

/** @returns how often each value occurs, the most frequent first. */
export function counted(values: (string | null)[]): Count[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
}
