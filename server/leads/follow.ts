/** From an id that somebody remembers to the lead it is today. */
import type { Selectable } from 'kysely';
import type { Db } from '../db/database.ts';
import type { LeadTable } from '../db/schema.ts';

export type Lead = Selectable<LeadTable>;

/**
 * A lead that was joined points at the one that is shown; an id that a client made up for somebody who was known, at what it
 * became another name of. More in a row would be a circle.
 */
export const MOST_HOPS = 10;

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
    if (locked.merged_into === null && (await stillLeads(tx, wsId, leadId, locked.lead_id))) {
      return locked;
    }
    id = leadId;
  }
  return null;
}

/** While the row was waited for, a merge may have been taken back, and the id be that of another lead again. */
async function stillLeads(tx: Db, wsId: string, leadId: string, to: string): Promise<boolean> {
  return leadId === to || (await liveLead(tx, wsId, leadId))?.lead_id === to;
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
  const rows = new Map<string, Lead>();
  let ask = [...new Set(leadIds)];
  // All of a hop at once: a batch of many merged names costs one more question, not one each.
  for (let hop = 0; hop < MOST_HOPS && ask.length > 0; hop++) {
    const found = await db
      .selectFrom('lead')
      .where('lead_id', 'in', ask)
      .where('ws_id', '=', wsId)
      .selectAll()
      .execute();
    for (const row of found) rows.set(row.lead_id, row);
    ask = [
      ...new Set(
        found.flatMap(({ merged_into: next }) => (next !== null && !rows.has(next) ? [next] : [])),
      ),
    ];
  }
  const live = new Map<string, Lead>();
  for (const id of leadIds) {
    const lead = endOf(rows, id);
    if (lead) live.set(id, lead);
  }
  return live;
}

function endOf(rows: ReadonlyMap<string, Lead>, leadId: string): Lead | null {
  let lead = rows.get(leadId);
  for (let hop = 0; hop < MOST_HOPS && lead && lead.merged_into !== null; hop++) {
    lead = rows.get(lead.merged_into);
  }
  return lead && lead.merged_into === null ? lead : null;
}
