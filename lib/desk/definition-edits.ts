/** Edits of a definition that nobody has proposed yet: what it says by now, and the way back and forth. */
import type { LeadDefinition } from '../contract/definition.ts';
import { same } from '../contract/same.ts';

export interface Edits {
  /** What the edits began with. */
  base: LeadDefinition;
  now: LeadDefinition;
  past: readonly LeadDefinition[];
  future: readonly LeadDefinition[];
  /** What was edited last: typing on in one field is one step back. */
  field: string | null;
}

/** Steps back that are kept. */
const MOST = 200;

/** @returns edits before the first one */
export const fresh = (base: LeadDefinition, now: LeadDefinition = base): Edits => ({
  base,
  now,
  past: [],
  future: [],
  field: null,
});

/** @param field names what is edited; null is always a step of its own */
export function edited(edits: Edits, next: LeadDefinition, field: string | null): Edits {
  if (same(edits.now, next)) return edits;
  const typesOn = field !== null && field === edits.field && edits.past.length > 0;
  const past = typesOn ? edits.past : [...edits.past, edits.now].slice(-MOST);
  return { ...edits, now: next, past, future: [], field };
}

export function undone(edits: Edits): Edits {
  const before = edits.past.at(-1);
  if (!before) return edits;
  const [past, future] = [edits.past.slice(0, -1), [edits.now, ...edits.future]];
  return { ...edits, now: before, past, future, field: null };
}

export function redone(edits: Edits): Edits {
  const [next, ...future] = edits.future;
  if (!next) return edits;
  return { ...edits, now: next, past: [...edits.past, edits.now], future, field: null };
}

/** @returns whether there is anything to lose */
export const isUnsaved = ({ base, now }: Edits): boolean => !same(content(base), content(now));

/** What two definitions are compared by: the store sets version and signatures itself. */
const content = ({ version: _, signedBy: __, ...rest }: LeadDefinition) => rest;
