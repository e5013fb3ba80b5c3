/** Leads, their events and their counters in one statement, if nothing has changed since they were read. */
import { sql } from 'kysely';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Db } from '../db/database.ts';
import { upsertOf } from '../leads/counting.ts';
import type { Lead } from '../leads/follow.ts';
import { insertLeads, recordSaved, updateOf } from '../leads/write-lead.ts';
import type { After } from './after-news.ts';
import { insertOf, rowOf } from './insert-events.ts';

/** A lead was written by somebody else since it was read. */
export class NotAsRead extends Error {}

/** One of the events was here before. */
export class SeenBefore extends Error {}

const UNIQUE_VIOLATION = '23505';

/**
 * All of these tables lie together by lead, and each is changed once, so that a store on several servers can do the same.
 * The leads come first: whoever else wants one of them waits there.
 *
 * @param all in the order of their ids
 */
export async function writeAll(
  tx: Db,
  wsId: string,
  all: readonly After[],
  definition: LeadDefinition,
  now: number,
): Promise<void> {
  if (all.length === 0) return;
  const leads = all.filter(({ isNew }) => !isNew).map(({ lead }) => lead);
  const made = all.filter(({ isNew }) => isNew).map(({ lead }) => madeAt(lead, now));
  const rows = all.flatMap(({ lead, events }) =>
    events.map(({ cell, ...event }) => rowOf(lead.lead_id, event, cell ?? lead.lead_id)),
  );
  const counted = new Map(all.map(({ lead, counters }) => [lead.lead_id, counters]));
  const inserted = rows.length === 0 ? sql`` : sql`, inserted as (${insertOf(wsId, rows, now)})`;
  await insertLeads(tx, made);
  const { rows: written } = await sql<{ leads: number }>`
    with updated as (${updateOf(wsId, leads, now)}
      and lead.rev = x.rev and lead.merged_into is null returning lead.lead_id)${inserted},
    counted as (${upsertOf(wsId, counted, definition)})
    select count(*) as leads from updated`
    .execute(tx)
    .catch((error: unknown) => {
      throw isTaken(error) ? new SeenBefore() : error;
    });
  if (written[0]?.leads !== leads.length) throw new NotAsRead();
  await recordSaved(
    tx,
    wsId,
    all.map(({ lead }) => lead),
    now,
  );
}

/** As if it had been made blank first, and written then: a first revision has no score. */
function madeAt(lead: Lead, now: number): Lead {
  return { ...lead, rev: lead.rev + 1, updated_at: new Date(now) };
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION;
}
