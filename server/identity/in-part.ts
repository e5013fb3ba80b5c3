/** A change of what is known of a person, in the part whose name it was said of. */
import type { Db } from '../db/database.ts';
import type { Lead } from '../leads/follow.ts';
import { bodyOf, combined, leadOfPart } from './combine.ts';
import { partsOf, saveParts } from './parts.ts';

/**
 * The caller holds the lead and writes what is returned.
 *
 * @param cell the part; that of a lead that was never joined is the lead
 * @returns the lead as it is with the change; null when it has no such part (any more)
 */
export async function inPart(
  tx: Db,
  lead: Lead,
  cell: string,
  change: (part: Lead) => Lead,
): Promise<Lead | null> {
  if (!lead.joined) return cell === lead.lead_id ? change(lead) : null;
  const parts = (await partsOf(tx, lead.ws_id, [lead])).get(lead.lead_id) ?? [];
  const part = parts.find(({ origin }) => origin === cell);
  if (!part) return null;
  const {
    said: _,
    stage,
    handoff_at,
    handed_by,
    ...known
  } = bodyOf(change(leadOfPart(lead, part.body)));
  part.body = { ...part.body, ...known };
  await saveParts(tx, lead.ws_id, lead.lead_id, [part]);
  return combined(lead, parts);
}

/**
 * @param askedFor the id that somebody knows this lead by
 * @returns the part that was meant, null for the lead itself
 */
export async function partMeant(tx: Db, lead: Lead, askedFor: string): Promise<string | null> {
  if (!lead.joined || askedFor === lead.lead_id) return null;
  const parts = (await partsOf(tx, lead.ws_id, [lead])).get(lead.lead_id) ?? [];
  const own = new Set(parts.map(({ origin }) => origin));
  // An id that a client made up for somebody who was known leads to what it became another name of.
  for (let id: string | null = askedFor; id !== null && id !== lead.lead_id; ) {
    if (own.has(id)) return id;
    const row: { merged_into: string | null } | undefined = await tx
      .selectFrom('lead')
      .where('lead_id', '=', id)
      .where('ws_id', '=', lead.ws_id)
      .select('merged_into')
      .executeTakeFirst();
    id = row?.merged_into ?? null;
  }
  return null;
}
