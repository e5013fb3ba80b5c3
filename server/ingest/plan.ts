/** What has to happen so that a group of names means one lead. Pure: what to do, not the doing. */
import type { Lead } from '../leads/follow.ts';
import { emailIdent } from '../leads/idents.ts';
import { type Group, type Marks, mayBeSame, usersIn } from './group-people.ts';

export interface Plan {
  /** The lead they will all mean; null when it has to be made first. */
  target: string | null;
  strongest: string;
  email: string | null;
  saidAt: number;
  /** The target is a visitor that gets this address. */
  takesAddress: boolean;
  /** Names nobody has. */
  claims: string[];
  /** Leads that become part of the target. */
  merges: string[];
}

/** What the store knows about the names of a batch. */
export interface Known {
  /** Lead ids by ident, as the identity table has them. */
  ids: ReadonlyMap<string, string>;
  /** Live leads by those ids. */
  leads: ReadonlyMap<string, Lead>;
  /** Accounts by live lead id. */
  users: ReadonlyMap<string, ReadonlySet<string>>;
}

/** @returns whether there is nothing left to do */
export function isDone(plan: Plan): boolean {
  const { target, takesAddress, claims, merges } = plan;
  return target !== null && !takesAddress && claims.length + merges.length === 0;
}

/** @returns what to do for one group of names */
export function planFor(group: Group, known: Known): Plan {
  const live = (id: string) => known.leads.get(id)?.lead_id ?? id;
  const found = new Set<string>();
  for (const ident of group.idents) {
    const id = known.ids.get(ident);
    if (id !== undefined) found.add(live(id));
  }
  const marks = (id: string): Marks => ({
    email: known.leads.get(id)?.email ?? null,
    users: known.users.get(id) ?? new Set(),
  });
  const own: Marks = { email: group.email, users: usersIn(group.idents) };
  const strong = [emailIdent(group.email ?? ''), ...own.users].find((ident) =>
    known.ids.has(ident),
  );
  const target =
    strong === undefined ? likeliest([...found], own, marks) : live(known.ids.get(strong) ?? '');
  const { saidAt } = group;
  const strongest = group.idents[0] ?? '';
  if (target === null) {
    const later = { takesAddress: false, claims: [], merges: [] };
    return { target, strongest, email: group.email, saidAt, ...later };
  }
  const after: Marks = {
    email: marks(target).email ?? group.email,
    users: new Set([...own.users, ...marks(target).users]),
  };
  return {
    target,
    strongest,
    email: after.email,
    saidAt,
    takesAddress: group.email !== null && marks(target).email === null,
    claims: group.idents.filter((ident) => !known.ids.has(ident)),
    merges: [...found].filter((id) => id !== target && mayBeSame(marks(id), after)),
  };
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
