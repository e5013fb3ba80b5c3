/** From an id that somebody remembers to the lead it is today. */
import type { Selectable } from 'kysely';
import type { Db } from '../db/database.ts';
import type { LeadTable } from '../db/schema.ts';

export type Lead = Selectable<LeadTable>;

/** A merge of a merge of a merge; more in a row would be a circle. */
const MOST_HOPS = 10;

/** @returns the lead with this id, or the one it was merged into; null when there is none */
export async function liveLead(db: Db, wsId: string, leadId: string): Promise<Lead | null> {
  let id = leadId;
  for (let hop = 0; hop < MOST_HOPS; hop++) {
    const lead = await db
      .selectFrom('lead')
      .where('lead_id', '=', id)
      .where('ws_id', '=', wsId)
      .selectAll()
      .executeTakeFirst();
    if (!lead) return null;
    if (lead.merged_into === null) return lead;
    id = lead.merged_into;
  }
  return null;
}

/**
 * As `liveLead`, and holds the row until the transaction ends: whoever writes anything of a lead does this first,
 * so that two writers of one lead come one after the other and none writes to one that is being merged away.
 */
export async function lockLead(tx: Db, wsId: string, leadId: string): Promise<Lead | null> {
  let id = leadId;
  for (let hop = 0; hop < MOST_HOPS; hop++) {
    // Looked up before it is locked: holding an old row while waiting for the live one invites deadlocks.
    const live = await liveLead(tx, wsId, id);
    const locked = live && (await lockRow(tx, wsId, live.lead_id));
    if (!locked) return null;
    if (locked.merged_into === null) return locked;
    id = locked.merged_into;
  }
  return null;
}

/** @returns exactly this row, merged or not, held until the transaction ends */
export async function lockRow(tx: Db, wsId: string, leadId: string): Promise<Lead | null> {
  const row = await tx
    .selectFrom('lead')
    .where('lead_id', '=', leadId)
    .where('ws_id', '=', wsId)
    .selectAll()
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** @returns the live leads of these ids, by the id that was asked for; unknown ones are missing */
export async function liveLeads(
  db: Db,
  wsId: string,
  leadIds: readonly string[],
): Promise<Map<string, Lead>> {
  if (leadIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('lead')
    .where('lead_id', 'in', [...new Set(leadIds)])
    .where('ws_id', '=', wsId)
    .selectAll()
    .execute();
  const found = new Map<string, Lead>();
  for (const row of rows) {
    const lead = row.merged_into === null ? row : await liveLead(db, wsId, row.merged_into);
    if (lead) found.set(row.lead_id, lead);
  }
  return found;
}
