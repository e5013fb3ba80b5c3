/** The leads a request writes to, held until it has. */
import type { Db } from '../db/database.ts';
import type { Lead } from '../leads/follow.ts';

/**
 * Locks in the order of the ids, as everybody does, so that two batches about the same people cannot wait for each
 * other.
 *
 * @returns the leads by id; null when one of them was merged away or erased since it was looked up
 */
export async function lockLeads(
  tx: Db,
  wsId: string,
  ids: readonly string[],
): Promise<Map<string, Lead> | null> {
  const rows = await tx
    .selectFrom('lead')
    .where('lead_id', 'in', [...ids])
    .where('ws_id', '=', wsId)
    .selectAll()
    .orderBy('lead_id')
    .forUpdate()
    .execute();
  if (rows.length !== ids.length || rows.some((row) => row.merged_into !== null)) return null;
  return new Map(rows.map((row) => [row.lead_id, row]));
}
