/**
 * server/identity: several leads that are one person, and how that can be taken back.
 *
 * In: leads that sources or people say are one. Out: one lead that is made of parts, why it is, and the parts again when
 * somebody takes the word back. Names never move (each stays with the lead it was first a name of, and readers follow
 * `merged_into`); rows that do move remember where they came from (`origin`); and what is known of the person is kept apart by
 * part, as each part's names said it, and only shown together. So undoing needs no history of what happened in between.
 *
 * This file: parts in their table.
 */
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import type { PartBody } from '../db/schema-identity.ts';
import type { Lead } from '../leads/follow.ts';
import { bodyOf } from './combine.ts';

export interface Part {
  /** The lead that this was. */
  origin: string;
  /** The part it was joined to; null for the lead that is shown. */
  into: string | null;
  mergeId: string | null;
  /** When the word came, by the clock of whoever said it. */
  joinedAt: number | null;
  body: PartBody;
}

/** @returns the parts of these leads; those that were never joined have none */
export async function partsOf(
  db: Db,
  wsId: string,
  leads: readonly Pick<Lead, 'lead_id' | 'joined'>[],
): Promise<Map<string, Part[]>> {
  const ids = leads.filter(({ joined }) => joined).map(({ lead_id }) => lead_id);
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('lead_part')
    .where('lead_id', 'in', ids)
    .where('ws_id', '=', wsId)
    .selectAll()
    .execute();
  const found = new Map<string, Part[]>();
  for (const row of rows) {
    const own = found.get(row.lead_id) ?? [];
    found.set(row.lead_id, own);
    own.push({
      origin: row.origin,
      into: row.into_id,
      mergeId: row.merge_id,
      joinedAt: row.joined_at?.getTime() ?? null,
      body: row.body,
    });
  }
  return found;
}

/** @returns by lead, the ids its names are kept under: its own, and those of its parts */
export async function cellsOf(
  db: Db,
  wsId: string,
  leads: readonly Pick<Lead, 'lead_id' | 'joined'>[],
): Promise<Map<string, string[]>> {
  const cells = new Map(leads.map(({ lead_id }) => [lead_id, [lead_id]]));
  const ids = leads.filter(({ joined }) => joined).map(({ lead_id }) => lead_id);
  if (ids.length === 0) return cells;
  const rows = await db
    .selectFrom('lead_part')
    .where('lead_id', 'in', ids)
    .where('ws_id', '=', wsId)
    .where('into_id', 'is not', null)
    .select(['lead_id', 'origin'])
    .execute();
  for (const { lead_id, origin } of rows) cells.get(lead_id)?.push(origin);
  return cells;
}

/** @returns the parts of this lead, or the one part that it is */
export async function partsOrSelf(db: Db, lead: Lead): Promise<Part[]> {
  const parts = (await partsOf(db, lead.ws_id, [lead])).get(lead.lead_id);
  return parts ?? [{ ...ALONE, origin: lead.lead_id, body: bodyOf(lead) }];
}

const ALONE = { into: null, mergeId: null, joinedAt: null };

/** @returns this part and all that were joined to it, directly or by way of others */
export function withPartsOf(parts: readonly Part[], origin: string): Part[] {
  const found = parts.filter((part) => part.origin === origin);
  for (const part of found) found.push(...parts.filter(({ into }) => into === part.origin));
  return found;
}

/** Writes these parts. The caller holds the lead. */
export async function saveParts(
  tx: Db,
  wsId: string,
  leadId: string,
  parts: readonly Part[],
): Promise<void> {
  if (parts.length === 0) return;
  const rows = parts.map(({ origin, into, mergeId, joinedAt, body }) => ({
    origin,
    body,
    into_id: into,
    merge_id: mergeId,
    joined_at: joinedAt === null ? null : new Date(joinedAt).toISOString(),
  }));
  await sql`insert into lead_part (lead_id, ws_id, origin, into_id, merge_id, joined_at, body)
    select ${leadId}::uuid, ${wsId}::uuid, x.origin, x.into_id, x.merge_id, x.joined_at, x.body
    from jsonb_to_recordset(${toJson(rows)}::jsonb)
      as x(origin uuid, into_id uuid, merge_id uuid, joined_at timestamptz, body jsonb)
    on conflict (lead_id, ws_id, origin) do update set into_id = excluded.into_id,
      merge_id = excluded.merge_id, joined_at = excluded.joined_at, body = excluded.body`.execute(
    tx,
  );
}

/** @param origins of the parts; null for all of this lead */
export async function dropParts(
  tx: Db,
  wsId: string,
  leadId: string,
  origins: readonly string[] | null,
): Promise<void> {
  let query = tx.deleteFrom('lead_part').where('lead_id', '=', leadId).where('ws_id', '=', wsId);
  if (origins) query = query.where('origin', 'in', [...origins]);
  await query.execute();
}
