/** Counters in their table: read for a definition, written after a change, dropped when they have to be made anew. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Counters, counters as countersShape } from '../../lib/contract/counters.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import { recount } from '../../lib/score/counters.ts';
import { matchingOf } from '../../lib/score/match.ts';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';

const hashes = new WeakMap<LeadDefinition, string>();

/** @returns how this definition tells events apart, short enough to stand in every row */
export function matchingHash(definition: LeadDefinition): string {
  const known = hashes.get(definition);
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(matchingOf(definition)).digest('hex').slice(0, 16);
  hashes.set(definition, hash);
  return hash;
}

/**
 * @returns the counters of these leads under this definition. Those that were made under another one with the same matching
 *   are recounted from their days; a lead that is missing has to be counted from its events.
 */
export async function countersOfLeads(
  db: Db,
  wsId: string,
  leadIds: readonly string[],
  definition: LeadDefinition,
): Promise<Map<string, Counters>> {
  if (leadIds.length === 0) return new Map();
  const { rows } = await sql<{ lead_id: string; definition_version: number; body: unknown }>`
    select lead_id, definition_version, body from counter
    where lead_id = any(${leadIds}::uuid[]) and ws_id = ${wsId}
      and matching = ${matchingHash(definition)}`.execute(db);
  const found = new Map<string, Counters>();
  for (const { lead_id, definition_version, body } of rows) {
    const read = countersShape.safeParse(body);
    if (!read.success) continue;
    const isOwn = definition_version === definition.version;
    found.set(lead_id, isOwn ? read.data : recount(read.data, definition));
  }
  return found;
}

/** The caller holds the leads. */
export async function saveCounters(
  tx: Db,
  wsId: string,
  counted: ReadonlyMap<string, Counters>,
  definition: LeadDefinition,
): Promise<void> {
  if (counted.size === 0) return;
  const rows = [...counted].map(([lead_id, body]) => ({ lead_id, body }));
  await sql`insert into counter (lead_id, ws_id, definition_version, matching, body)
    select x.lead_id, ${wsId}::uuid, ${definition.version}::int, ${matchingHash(definition)}, x.body
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as x(lead_id uuid, body jsonb)
    on conflict (lead_id, ws_id) do update set
      definition_version = excluded.definition_version, matching = excluded.matching,
      body = excluded.body`.execute(tx);
}

/** For a lead that became part of another one. */
export async function dropCounters(tx: Db, wsId: string, leadId: string): Promise<void> {
  await tx.deleteFrom('counter').where('lead_id', '=', leadId).where('ws_id', '=', wsId).execute();
}
