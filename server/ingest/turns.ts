/**
 * Whose turn it is to write to a lead, within this process: of two requests about one person the second would read what
 * the first is about to change, and do everything twice. The database decides between processes.
 */
import type { Db } from '../db/database.ts';

const waiting = new WeakMap<Db, Map<string, Promise<void>>>();

/**
 * First come, first served; all leads at once, so nobody waits for somebody who waits for them.
 *
 * @returns to be called when done
 */
export async function turnWith(db: Db, leadIds: readonly string[]): Promise<() => void> {
  const tails = waiting.get(db) ?? new Map<string, Promise<void>>();
  waiting.set(db, tails);
  const before = new Set(leadIds.flatMap((id) => tails.get(id) ?? []));
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const id of leadIds) tails.set(id, promise);
  await Promise.all(before);
  return () => {
    for (const id of leadIds) if (tails.get(id) === promise) tails.delete(id);
    resolve();
  };
}
