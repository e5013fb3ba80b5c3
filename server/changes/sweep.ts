/** Changes that nobody can ask for any more. */
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { Store } from '../http/context.ts';
import { KEPT_MS } from './read.ts';
import { BUCKETS, firstIdAt, stampFromMs, stampNow } from './stamp.ts';

/** So that nothing goes that a cursor which was just good enough still reads. */
const GRACE_MS = 3_600_000;
const EVERY_MS = 3_600_000;
const AT_ONCE = 5000;

/** When each workspace was last swept, by the process's own clock. */
const swept = new WeakMap<Db, Map<string, number>>();

/**
 * @param mayGoOn asked before every step
 * @returns how many went
 */
export async function sweepChanges(
  store: Store,
  wsId: string,
  mayGoOn: () => Promise<boolean>,
): Promise<number> {
  const { db } = store;
  const own = swept.get(db) ?? new Map<string, number>();
  swept.set(db, own);
  if (performance.now() - (own.get(wsId) ?? Number.NEGATIVE_INFINITY) < EVERY_MS) return 0;
  const { rows } = await sql<{ now: string }>`select ${stampNow} as now`.execute(db);
  const before = BigInt(`0x${rows[0]?.now ?? '0'}`) - stampFromMs(KEPT_MS + GRACE_MS);
  let gone = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    for (let some = AT_ONCE; some === AT_ONCE; gone += some) {
      if (!(await mayGoOn())) return gone;
      some = await sweepBucket(db, wsId, bucket, firstIdAt(before));
    }
  }
  own.set(wsId, performance.now());
  return gone;
}

async function sweepBucket(db: Db, wsId: string, bucket: number, before: string): Promise<number> {
  const { numAffectedRows } = await sql`delete from change
    where bucket = ${bucket} and ws_id = ${wsId} and change_id in (
      select change_id from change where bucket = ${bucket} and ws_id = ${wsId}
        and change_id < ${before} order by change_id limit ${AT_ONCE})`.execute(db);
  return Number(numAffectedRows ?? 0);
}
