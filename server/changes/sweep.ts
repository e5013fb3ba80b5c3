/** Changes that nobody can ask for any more. */
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { KEPT_MS } from './read.ts';
import { BUCKETS, firstIdAt, stampFromMs, stampNow } from './stamp.ts';

/** So that nothing goes that a cursor which was just good enough still reads. */
const GRACE_MS = 3_600_000;
const AT_ONCE = 5000;

/**
 * @param mayGoOn asked before every step
 * @returns whether all of them went
 */
export async function sweepChanges(
  db: Db,
  wsId: string,
  mayGoOn: () => Promise<boolean>,
): Promise<boolean> {
  const { rows } = await sql<{ now: string }>`select ${stampNow} as now`.execute(db);
  const before = BigInt(`0x${rows[0]?.now ?? '0'}`) - stampFromMs(KEPT_MS + GRACE_MS);
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    for (let some = AT_ONCE; some === AT_ONCE; ) {
      if (!(await mayGoOn())) return false;
      some = await sweepBucket(db, wsId, bucket, firstIdAt(before));
    }
  }
  return true;
}

async function sweepBucket(db: Db, wsId: string, bucket: number, before: string): Promise<number> {
  const { numAffectedRows } = await sql`delete from change
    where bucket = ${bucket} and ws_id = ${wsId} and change_id in (
      select change_id from change where bucket = ${bucket} and ws_id = ${wsId}
        and change_id < ${before} order by change_id limit ${AT_ONCE})`.execute(db);
  return Number(numAffectedRows ?? 0);
}
