/** From ids that names lead to, to the leads that are shown for them, with their counters. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Db } from '../db/database.ts';
import type { CountedLead, ReadCounted, ShownLead } from './counting.ts';
import { liveLeads } from './follow.ts';

/**
 * @param read how much of them is wanted
 * @returns live leads by the id that was asked for; unknown ones are missing. Two statements more when some were merged.
 */
export async function liveCounted<Of extends ShownLead>(
  db: Db,
  wsId: string,
  leadIds: readonly string[],
  definition: LeadDefinition,
  read: ReadCounted<Of>,
): Promise<Map<string, CountedLead<Of>>> {
  const found = await read(db, wsId, leadIds, definition);
  const merged = [...found.values()].filter(({ lead }) => lead.merged_into !== null);
  if (merged.length === 0) return found;
  const from = merged.map(({ lead }) => lead.lead_id);
  const live = await liveLeads(db, wsId, from);
  const to = [...new Set([...live.values()].map(({ lead_id }) => lead_id))];
  const shown = await read(db, wsId, to, definition);
  for (const id of from) {
    const own = shown.get(live.get(id)?.lead_id ?? '');
    // Merged once more while this was looked up: as good as not found, and found the next time.
    if (own && own.lead.merged_into === null) found.set(id, own);
    else found.delete(id);
  }
  return found;
}
