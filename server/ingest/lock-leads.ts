/** The leads a request writes to, held until it has. */
import type { Db } from '../db/database.ts';
import { type Lead, lockLead } from '../leads/follow.ts';

/**
 * @param news in any order
 * @returns the live lead for each id; of one that was merged away since it was looked up, the one it is now
 */
export async function lockLeads(
  tx: Db,
  wsId: string,
  news: readonly { leadId: string }[],
): Promise<Map<string, Lead>> {
  const ids = news.map((one) => one.leadId);
  const rows = await tx
    .selectFrom('lead')
    .where('lead_id', 'in', ids)
    .where('ws_id', '=', wsId)
    .selectAll()
    // Everybody locks in this order, so that two batches about the same people cannot wait for each other.
    .orderBy('lead_id')
    .forUpdate()
    .execute();
  const leads = new Map<string, Lead>();
  for (const row of rows) {
    const lead = row.merged_into === null ? row : await lockLead(tx, wsId, row.merged_into);
    if (lead) leads.set(row.lead_id, lead);
  }
  return leads;
}
