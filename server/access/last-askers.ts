/**
 * Who showed which token last, in this process. Never who may come in: that is asked anew for each request. It only tells what could be
 * read meanwhile.
 */
import type { Db } from '../db/database.ts';
import type { Asker } from '../http/context.ts';

/** More than work with one store at the same time; whoever is not among them is asked for first. */
const MOST = 1000;

/** What a token stands for, whatever the request with it says. */
export type Known = Omit<Asker, 'language'>;

export interface LastAskers {
  get(tokenHash: string): Known | undefined;
  note(tokenHash: string, known: Known): void;
  forget(tokenHash: string): void;
}

const kept = new WeakMap<Db, LastAskers>();

/** @returns those of this database */
export function lastAskers(db: Db): LastAskers {
  const askers = kept.get(db) ?? createLastAskers();
  kept.set(db, askers);
  return askers;
}

function createLastAskers(): LastAskers {
  const byToken = new Map<string, Known>();
  return {
    get: (tokenHash) => byToken.get(tokenHash),
    note(tokenHash, known) {
      // To the end, so that whoever was here longest ago goes first.
      byToken.delete(tokenHash);
      byToken.set(tokenHash, known);
      const [oldest] = byToken.keys();
      if (byToken.size > MOST && oldest !== undefined) byToken.delete(oldest);
    },
    forget: (tokenHash) => void byToken.delete(tokenHash),
  };
}
