/** Messages that were dealt with: kept for a month for whoever looks why something did not arrive. */
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';

const KEPT_MS = 30 * 86_400_000;
const AT_ONCE = 1000;

/** @returns how many went; `AT_ONCE` when there may be more */
export async function sweepDeliveries(db: Db, wsId: string, now: number): Promise<number> {
  const before = new Date(now - KEPT_MS).toISOString();
  const hooks = await db
    .selectFrom('hook_endpoint')
    .where('ws_id', '=', wsId)
    .select('hook_id')
    .execute();
  let gone = 0;
  for (const { hook_id } of hooks) {
    const { numAffectedRows } = await sql`delete from hook_delivery
      where ws_id = ${wsId} and delivery_id in (
        select delivery_id from hook_delivery where ws_id = ${wsId} and hook_id = ${hook_id}
          and at < ${before}::timestamptz and state <> 'waiting'
        order by at limit ${AT_ONCE})`.execute(db);
    gone += Number(numAffectedRows ?? 0);
  }
  return gone;
}
