/** Which messages of a batch speak of the same person, before the database is asked. */
import type { Who } from './who.ts';

export interface Group {
  email: string | null;
  /** Strongest first: address, user ids, what CRM and tools call them, visitor ids. */
  idents: string[];
  /** When the newest of it was said. */
  saidAt: number;
  /** Who said it, as people call it. */
  source: string | null;
}

interface Growing {
  email: string | null;
  saidAt: number;
  source: string | null;
  idents: Set<string>;
}

/**
 * Messages that share a name belong together, in the order they came, unless that would put two addresses or two
 * accounts into one person: somebody signed out and somebody else signed in at the same browser.
 */
export function groupPeople(people: readonly Who[]): Group[] {
  const groups = new Set<Growing>();
  const byIdent = new Map<string, Growing>();
  for (const who of people) {
    const fitting = new Set(
      who.idents
        .map((ident) => byIdent.get(ident))
        .filter((group) => group !== undefined && mayBeOne(group, who)),
    );
    const [group = blankGroup(), ...others] = [...fitting] as Growing[];
    group.email ??= who.email;
    group.source = who.source ?? group.source;
    group.saidAt = Math.max(group.saidAt, who.at);
    groups.add(group);
    for (const other of others) {
      // What two groups could each be together with this message, they may not be with each other.
      if (!mayBeOne(group, { email: other.email, idents: other.idents })) continue;
      group.email ??= other.email;
      group.saidAt = Math.max(group.saidAt, other.saidAt);
      groups.delete(other);
      take(group, other.idents, byIdent);
    }
    take(group, who.idents, byIdent);
  }
  return [...groups].map((group) => ({ ...group, idents: [...group.idents].sort(byStrength) }));
}

const blankGroup = (): Growing => ({
  email: null,
  idents: new Set<string>(),
  saidAt: 0,
  source: null,
});

/** A name that was another group's (the browser two people share) is this one's from here on. */
function take(group: Growing, idents: Iterable<string>, byIdent: Map<string, Growing>): void {
  for (const ident of idents) {
    group.idents.add(ident);
    byIdent.set(ident, group);
  }
}

function mayBeOne(
  group: Growing,
  who: { email: string | null; idents: Iterable<string> },
): boolean {
  return mayBeSame(
    { email: group.email, users: usersIn(group.idents) },
    { email: who.email, users: usersIn(who.idents) },
  );
}

/** What tells people apart: their address, and the accounts they sign in with. */
export interface Marks {
  email: string | null;
  users: ReadonlySet<string>;
}

/** @returns false when these are surely two people: two addresses, or no common one and two accounts */
export function mayBeSame(one: Marks, other: Marks): boolean {
  if (one.email !== null && other.email !== null) return one.email === other.email;
  if (one.users.size === 0 || other.users.size === 0) return true;
  return [...one.users].some((user) => other.users.has(user));
}

/** @returns the accounts among these names */
export function usersIn(idents: Iterable<string>): Set<string> {
  const users = new Set<string>();
  for (const ident of idents) if (ident.startsWith('user:')) users.add(ident);
  return users;
}

const STRENGTH = ['email:', 'user:', 'record:', 'ext:', 'anon:'];

function byStrength(a: string, b: string): number {
  const rank = (ident: string) => STRENGTH.findIndex((prefix) => ident.startsWith(prefix));
  return rank(a) - rank(b);
}
