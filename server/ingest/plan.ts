/** What has to happen so that a group of names means one lead. Pure: what to do, not the doing. */
import type { Lead } from '../leads/follow.ts';
import { emailIdent } from '../leads/idents.ts';
import { type Group, type Marks, mayBeSame, usersIn } from './group-people.ts';

export interface Plan {
  /** The lead they will all mean; null when it has to be made first. */
  target: string | null;
  /** The part of it whose name they were used with: what is new comes to that one. */
  cell: string;
  strongest: string;
  email: string | null;
  saidAt: number;
  source: string | null;
  /** The target is a visitor that gets this address. */
  takesAddress: boolean;
  /** Names nobody has. */
  claims: string[];
  /** Leads that become part of the target. */
  merges: Joining[];
}

export interface Joining {
  lead: string;
  /** A name of it, and a name of the target, that were used for one person. */
  from: string | null;
  to: string | null;
  /** An account that has another address now. */
  sameAccount: boolean;
}

/** What the store knows about the names of a batch. */
export interface Known {
  /** By ident, the lead it was first a name of. */
  ids: ReadonlyMap<string, string>;
  /** Live leads by those ids, and by their own. */
  leads: ReadonlyMap<string, Lead>;
  /** Accounts by live lead id. Only of leads that are contested: of all others it does not matter. */
  users: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether somebody took these two live leads apart. */
  apart: (one: string, other: string) => boolean;
}

/** @returns whether there is nothing left to do */
export function isDone(plan: Plan): boolean {
  const { target, takesAddress, claims, merges } = plan;
  return target !== null && !takesAddress && claims.length + merges.length === 0;
}

/** @returns the live leads that these names mean so far */
export function leadsMeant(group: Group, known: Pick<Known, 'ids' | 'leads'>): Set<string> {
  const found = new Set<string>();
  for (const ident of group.idents) {
    const id = known.ids.get(ident);
    if (id !== undefined) found.add(known.leads.get(id)?.lead_id ?? id);
  }
  return found;
}

/** @returns what to do for one group of names */
export function planFor(group: Group, known: Known): Plan {
  const live = (id: string) => known.leads.get(id)?.lead_id ?? id;
  const leadBy = (ident: string) => {
    const id = known.ids.get(ident);
    return id === undefined ? null : live(id);
  };
  const found = leadsMeant(group, known);
  const marks = (id: string): Marks => ({
    email: known.leads.get(id)?.email ?? null,
    users: known.users.get(id) ?? new Set(),
  });
  const own: Marks = { email: group.email, users: usersIn(group.idents) };
  const strong = [emailIdent(group.email ?? ''), ...own.users].find((ident) =>
    known.ids.has(ident),
  );
  const target = strong === undefined ? likeliest([...found], own, marks) : leadBy(strong);
  const { saidAt, source } = group;
  const strongest = group.idents[0] ?? '';
  if (target === null) {
    const later = { cell: '', takesAddress: false, claims: [], merges: [] };
    return { target, strongest, email: group.email, saidAt, source, ...later };
  }
  const after: Marks = {
    email: marks(target).email ?? group.email,
    users: new Set([...own.users, ...marks(target).users]),
  };
  const isOf = (lead: string) => (ident: string) => leadBy(ident) === lead;
  const hasMoved = (id: string) => isSameAccount(own, marks(id), marks(target));
  return {
    target,
    cell: known.ids.get(group.idents.find(isOf(target)) ?? '') ?? target,
    strongest,
    email: after.email,
    saidAt,
    source,
    takesAddress: group.email !== null && marks(target).email === null,
    claims: group.idents.filter((ident) => !known.ids.has(ident)),
    merges: [...found]
      .filter((id) => id !== target && !known.apart(id, target))
      .filter((id) => mayBeSame(marks(id), after) || hasMoved(id))
      .map((lead) => ({
        lead,
        from: group.idents.find(isOf(lead)) ?? null,
        to: group.idents.find(isOf(target)) ?? null,
        sameAccount: hasMoved(lead),
      })),
  };
}

/**
 * Somebody who has changed their address at a product is still who they were: the same account came with an address that
 * the store knew as somebody without one. With two accounts in it, nobody can tell.
 */
function isSameAccount(own: Marks, other: Marks, target: Marks): boolean {
  if (own.email === null || own.email !== target.email || target.users.size > 0) return false;
  return [...own.users].some((user) => other.users.has(user));
}

/** Of leads that are known only as visitors: one that may be this person, best one with an address. */
function likeliest(
  found: readonly string[],
  own: Marks,
  marks: (id: string) => Marks,
): string | null {
  const fitting = found.filter((id) => mayBeSame(marks(id), own));
  return fitting.find((id) => marks(id).email !== null) ?? fitting[0] ?? null;
}
