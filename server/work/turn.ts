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
}

/**
 * @param budgetMs after this the rest waits for the next turn
 * @returns null when another process has the work
 */
export async function takeTurn(store: Store, lease: Lease, budgetMs: number): Promise<Turn | null> {
  if (store.stopping.aborted) return null;
  if (!(await holdLease(store.db, lease, store.now(), LEASE_MS))) return null;
  const ends = performance.now() + budgetMs;
  let renewAt = performance.now() + RENEW_MS;
  return {
    mayGoOn: async () => {
      const at = performance.now();
      if (store.stopping.aborted || at > ends) return false;
      if (at < renewAt) return true;
      renewAt = at + RENEW_MS;
      return holdLease(store.db, lease, store.now(), LEASE_MS);
    },
  };
}
