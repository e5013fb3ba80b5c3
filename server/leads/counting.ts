/** Counters in their table: read for a definition, written after a change, dropped when they have to be made anew. */
import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Counters } from '../../lib/contract/counters.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import { recount } from '../../lib/score/counters.ts';
import { matchingOf } from '../../lib/score/match.ts';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import type { Lead } from './follow.ts';
import { isCounters } from './is-counters.ts';

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
  for (const row of rows) {
    const read = readCounters(row, definition);
    if (read) found.set(row.lead_id, read);
  }
  return found;
}

/** Counters as they lie in their table. */
export interface CounterRow {
  definition_version: number;
  matching: string;
  body: unknown;
}

/** @returns them under this definition; null when they have to be made anew from the lead's events */
export function countersIn(row: CounterRow, definition: LeadDefinition): Counters | null {
  return row.matching === matchingHash(definition) ? readCounters(row, definition) : null;
}

function readCounters(
  { definition_version, body }: Omit<CounterRow, 'matching'>,
  definition: LeadDefinition,
): Counters | null {
  if (!isCounters(body)) return null;
  return definition_version === definition.version ? body : recount(body, definition);
}

/** What a list tells of a lead, and what its points are made of; the other half of its columns is for whoever writes. */
const SHOWN_COLUMNS = [
  'lead_id',
  'rev',
  'name',
  'email',
  'title',
  'company',
  'traits',
  'first_source',
  'first_campaign',
  'stage',
  'opted_out',
  'owner',
  'handoff_at',
  'merged_into',
  'joined',
] as const satisfies (keyof Lead)[];
export type ShownLead = Pick<Lead, (typeof SHOWN_COLUMNS)[number]>;

export const SHOWN: RawBuilder<unknown> = sql.join(
  SHOWN_COLUMNS.map((column) => sql.ref(`lead.${column}`)),
);

/** A lead and its counters as one moment had them; null when it has to be counted from its events. */
export interface CountedLead<Of = Lead> {
  lead: Of;
  counters: Counters | null;
}

/** Counters beside a lead, in one row of two tables; without counters all three are null. */
interface CounterBeside {
  definition_version: number | null;
  matching: string | null;
  body: unknown;
}

/** A lead as a list shows it, with its counters. */
export type ShownRow = ShownLead & CounterBeside;

/** @returns leads with their counters, by id, out of such rows */
export function countedOf(
  rows: readonly ShownRow[],
  definition: LeadDefinition,
): Map<string, CountedLead<ShownLead>> {
  return new Map(
    rows.map(({ definition_version, matching, body, ...lead }) => {
      const counters = countersBeside({ definition_version, matching, body }, definition);
      return [lead.lead_id, { lead, counters }];
    }),
  );
}

function countersBeside(
  { definition_version, matching, body }: CounterBeside,
  definition: LeadDefinition,
): Counters | null {
  if (definition_version === null || matching === null) return null;
  return countersIn({ definition_version, matching, body }, definition);
}

/** @returns those of these leads that are there, merged or not */
export type ReadCounted<Of> = (
  db: Db,
  wsId: string,
  leadIds: readonly string[],
  definition: LeadDefinition,
) => Promise<Map<string, CountedLead<Of>>>;

/** As a list shows them. */
export const countedInBrief: ReadCounted<ShownLead> = async (db, wsId, leadIds, definition) => {
  if (leadIds.length === 0) return new Map();
  const { rows } = await sql<ShownRow>`
    select ${SHOWN}, counter.definition_version, counter.matching, counter.body
    ${withCounters(wsId, leadIds)}`.execute(db);
  return countedOf(rows, definition);
};

/** With all that is known of them, for whoever writes to them. */
export const countedLeads: ReadCounted<Lead> = async (db, wsId, leadIds, definition) => {
  if (leadIds.length === 0) return new Map();
  const { rows } = await sql<Lead & CounterBeside>`
    select lead.*, counter.definition_version, counter.matching, counter.body
    ${withCounters(wsId, leadIds)}`.execute(db);
  return new Map(
    rows.map(({ definition_version, matching, body, ...lead }) => {
      const counters = countersBeside({ definition_version, matching, body }, definition);
      return [lead.lead_id, { lead, counters }];
    }),
  );
};

/** Both tables lie together by lead, so one statement asks both. */
function withCounters(wsId: string, leadIds: readonly string[]): RawBuilder<unknown> {
  return sql`from lead
    left join counter on counter.lead_id = lead.lead_id and counter.ws_id = lead.ws_id
      and counter.lead_id = any(${leadIds}::uuid[])
    where lead.lead_id = any(${leadIds}::uuid[]) and lead.ws_id = ${wsId}`;
}

/** The caller holds the leads. */
export async function saveCounters(
  tx: Db,
  wsId: string,
  counted: ReadonlyMap<string, Counters>,
  definition: LeadDefinition,
): Promise<void> {
  if (counted.size > 0) await upsertOf(wsId, counted, definition).execute(tx);
}

/** @returns the statement that writes these counters */
export function upsertOf(
  wsId: string,
  counted: ReadonlyMap<string, Counters>,
  definition: LeadDefinition,
): RawBuilder<unknown> {
  const rows = [...counted].map(([lead_id, body]) => ({ lead_id, body }));
  return sql`insert into counter (lead_id, ws_id, definition_version, matching, body)
    select x.lead_id, ${wsId}::uuid, ${definition.version}::int, ${matchingHash(definition)}, x.body
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as x(lead_id uuid, body jsonb)
    on conflict (lead_id, ws_id) do update set
      definition_version = excluded.definition_version, matching = excluded.matching,
      body = excluded.body`;
}

/** For a lead that became part of another one. */
export async function dropCounters(tx: Db, wsId: string, leadId: string): Promise<void> {
  await tx.deleteFrom('counter').where('lead_id', '=', leadId).where('ws_id', '=', wsId).execute();
}
