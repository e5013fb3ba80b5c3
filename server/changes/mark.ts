/** How far the feed is settled: up to where no change can appear any more that would come before one already read. */
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { stampOf } from './stamp.ts';

export interface Mark {
  /** Now, by the database's clock. */
  now: bigint;
  /** Changes before this are all there; `now` when nobody is writing. */
  settled: bigint;
}

/**
 * A transaction takes its changes' ids from the clock and makes them visible when it commits, which may be seconds later and
 * after others with higher ids. So nothing is read from the time on at which the oldest writer that is still under way began.
 * A writer is known by its transaction number, which it has from its first write on, before it takes an id; one that has none
 * when this looks will take its ids after this statement began.
 *
 * Ask this first and read with a later statement: whoever is not under way any more by now has committed, visibly.
 *
 * Databases that do not show their sessions (CockroachDB) answer as if nobody wrote; there only the overlap in read.ts
 * protects, so their transactions have to be limited to it (docs/changes.md).
 */
export async function markOf(db: Db): Promise<Mark> {
  const { rows } = await sql<{ now: string; settled: string }>`
    select ${stampOf(sql`statement_timestamp()`)} as now,
      ${stampOf(sql`least(statement_timestamp(), min(xact_start))`)} as settled
    from pg_stat_activity
    where datname = current_database() and backend_xid is not null`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('An aggregate without a row.');
  return { now: BigInt(`0x${row.now}`), settled: BigInt(`0x${row.settled}`) };
}
