/** Names and who has them. Uniqueness is the primary key's; everything here may be run again. */
import { sql } from 'kysely';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import { inTransaction } from '../db/retry.ts';
import type { Store } from '../http/context.ts';
import { inPart } from '../identity/in-part.ts';
import { cellsOf } from '../identity/parts.ts';
import { type Lead, lockLead } from '../leads/follow.ts';
import { addressOf } from '../leads/idents.ts';
import { blankLead, colleagueKeys, withSince } from '../leads/person.ts';
import { rescore } from '../leads/rescore.ts';
import { insertLeads, saveLead } from '../leads/write-lead.ts';

/** @returns the lead each name was first a name of; unknown names are missing */
export async function leadsByIdent(
  db: Db,
  wsId: string,
  idents: readonly string[],
): Promise<Map<string, string>> {
  if (idents.length === 0) return new Map();
  const { rows } = await sql<{ ident: string; lead_id: string }>`
    select ident, lead_id from identity
    where ident = any(${idents}::text[]) and ws_id = ${wsId}`.execute(db);
  return new Map(rows.map((row) => [row.ident, row.lead_id]));
}

/** @returns the accounts (user ids) of each of these live leads; leads without one are missing */
export async function accountsOf(
  db: Db,
  wsId: string,
  leads: readonly Lead[],
): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  if (leads.length === 0) return found;
  const shown = new Map<string, string>();
  for (const [leadId, cells] of await cellsOf(db, wsId, leads)) {
    for (const cell of cells) shown.set(cell, leadId);
  }
  const { rows } = await sql<{ ident: string; lead_id: string }>`
    select ident, lead_id from identity
    where lead_id = any(${[...shown.keys()]}::uuid[]) and ws_id = ${wsId}
      and ident like 'user:%'`.execute(db);
  for (const { ident, lead_id } of rows) {
    const leadId = shown.get(lead_id) ?? lead_id;
    found.set(leadId, (found.get(leadId) ?? new Set()).add(ident));
  }
  return found;
}

/** Names that somebody got in the meantime stay with them; the caller looks again. */
export async function claimIdents(
  db: Db,
  wsId: string,
  claims: readonly { ident: string; leadId: string }[],
): Promise<void> {
  if (claims.length === 0) return;
  // In order, so that two requests that claim the same names wait for each other only one way round.
  const ordered = claims.toSorted((a, b) => (a.ident < b.ident ? -1 : 1));
  await sql`insert into identity (ident, ws_id, lead_id)
    select x.ident, ${wsId}::uuid, x."leadId" from jsonb_to_recordset(${toJson(ordered)}::jsonb)
      as x(ident text, "leadId" uuid)
    on conflict (ident, ws_id) do nothing`.execute(db);
}

/** Makes the leads that have a name and no row, be it because they are new or because a process was killed. */
export async function createMissing(
  db: Db,
  wsId: string,
  ids: ReadonlyMap<string, string>,
  leads: ReadonlyMap<string, unknown>,
  now: number,
): Promise<boolean> {
  const missing = new Map<string, string | null>();
  for (const [ident, id] of ids) {
    if (leads.has(id)) continue;
    missing.set(id, addressOf(ident) ?? missing.get(id) ?? null);
  }
  await insertLeads(
    db,
    [...missing].map(([id, email]) => {
      const keys = colleagueKeys({ email, company: null });
      return { ...blankLead(id, wsId, now), email, ...keys };
    }),
  );
  return missing.size > 0;
}

export interface Taken {
  email: string;
  saidAt: number;
  /** The part of the lead whose name it was said of. */
  cell: string;
}

/**
 * A visitor gets an address, and the score that goes with being somebody.
 *
 * @returns false when it has another one by now, which is somebody else
 */
export async function takeAddress(
  store: Store,
  wsId: string,
  leadId: string,
  { email, saidAt, cell }: Taken,
  definition: LeadDefinition,
): Promise<boolean> {
  const now = store.now();
  return inTransaction(store.db, async (tx) => {
    const lead = await lockLead(tx, wsId, leadId);
    if (!lead || lead.lead_id !== leadId) return false;
    if (lead.email !== null) return lead.email === email;
    const named = await inPart(tx, lead, cell, (part) => ({
      ...part,
      email,
      traits: withSince(part.traits, ['email'], saidAt),
      ...colleagueKeys({ email, company: part.company }),
    }));
    if (!named) return false;
    const changed = [{ lead: named, saidAt, fresh: [] }];
    const standing = (await rescore(tx, wsId, changed, definition, now)).get(leadId);
    await saveLead(tx, { ...named, ...standing }, now);
    return true;
  });
}
