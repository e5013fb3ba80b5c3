/** One turn of the background work: it goes on while this process holds the lease, nobody stops it, and there is time. */
import type { Store } from '../http/context.ts';
import { holdLease, type Lease } from './lease.ts';

/** Longer than any single step takes; after a crash another process goes on this much later. */
const LEASE_MS = 60_000;
/** Renewing costs a write, so not before every step. */
const RENEW_MS = 10_000;

export interface Turn {
  /** Asked before every step. */
  mayGoOn: () => Promise<boolean>;
  /** Milliseconds until its time is over. */
  leftMs: () => number;
}

/** @returns a part of this turn, so that one team's long work does not take up all of it */
export function partOf(turn: Turn, forMs: number): Turn {
  const ends = performance.now() + forMs;
  return {
    mayGoOn: async () => performance.now() <= ends && (await turn.mayGoOn()),
    leftMs: () => Math.min(ends - performance.now(), turn.leftMs()),
  };
}

/**
 * @param budgetMs after this the rest waits for the next turn
 * @returns null when another process has the work
 */
export async function takeTurn(store: Store, lease: Lease, budgetMs: number): Promise<Turn | null> {
  if (store.stopping.aborted) return null;
  if (!(await holdLease(store.db, lease, LEASE_MS))) return null;
  const ends = performance.now() + budgetMs;
  let renewAt = performance.now() + RENEW_MS;
  return {
    leftMs: () => ends - performance.now(),
    mayGoOn: async () => {
      const at = performance.now();
      if (store.stopping.aborted || at > ends) return false;
      if (at < renewAt) return true;
      renewAt = at + RENEW_MS;
      return holdLease(store.db, lease, LEASE_MS);
    },
  };
}
