/** One person, with every id and every name that is theirs. */
import type { Db } from '../db/database.ts';
import { cellsOf } from '../identity/parts.ts';
import type { Lead } from '../leads/follow.ts';
import { emailIdent } from '../leads/idents.ts';

export interface Person {
  lead: Lead;
  /** Of the lead, of its parts, and those that clients made up for somebody who was known. */
  ids: string[];
  /** Keys of the identity table. */
  idents: string[];
}

/** @param lead a live one */
export async function personOf(db: Db, lead: Lead): Promise<Person> {
  const { ws_id: wsId, lead_id: leadId } = lead;
  const cells = (await cellsOf(db, wsId, [lead])).get(leadId) ?? [leadId];
  const ids = new Set(cells);
  // Ids that lead here, and ids that lead to those.
  for (let ask = cells; ask.length > 0; ) {
    const rows = await db
      .selectFrom('lead')
      .where('ws_id', '=', wsId)
      .where('merged_into', 'in', ask)
      .select('lead_id')
      .execute();
    ask = rows.map(({ lead_id }) => lead_id).filter((id) => !ids.has(id));
    for (const id of ask) ids.add(id);
  }
  const names = await db
    .selectFrom('identity')
    .where('lead_id', 'in', [...ids])
    .where('ws_id', '=', wsId)
    .select('ident')
    .orderBy('ident')
    .execute();
  const idents = names.map(({ ident }) => ident);
  const address = await unclaimed(db, lead, idents);
  return { lead, ids: [...ids], idents: address === null ? idents : [...idents, address] };
}

/** The address is a name of theirs also in the moment before it is claimed (ingest/at-once.ts), unless somebody else has it. */
async function unclaimed(db: Db, lead: Lead, idents: readonly string[]): Promise<string | null> {
  if (lead.email === null) return null;
  const address = emailIdent(lead.email);
  if (idents.includes(address)) return null;
  const row = await db
    .selectFrom('identity')
    .where('ident', '=', address)
    .where('ws_id', '=', lead.ws_id)
    .select('lead_id')
    .executeTakeFirst();
  return row ? null : address;
}
