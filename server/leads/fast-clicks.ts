/** Clicks that came faster than anybody reads: a scanner that follows every link of a mail it lets through. */
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import type { LeadEvent } from './scored-events.ts';

const FASTEST_READER_MS = 2000;

/** What of an event tells whether it was too fast. */
export type Mailed = Pick<LeadEvent, 'id' | 'kind' | 'at' | 'mail' | 'machine'>;

/** @returns whether this can make a click too fast, or be one */
export function isMailed({ kind }: Pick<LeadEvent, 'kind'>): boolean {
  return kind === 'email_clicked' || kind === 'email_delivered';
}

/**
 * The delivery may be told after the click, so whoever asks looks at both.
 *
 * @param events of one lead
 * @returns the ids of clicks within two seconds of the delivery of the same mail that are not marked yet
 */
export function fastClicks(events: readonly Mailed[]): string[] {
  const deliveries = events.filter((event) => event.kind === 'email_delivered');
  if (deliveries.length === 0) return [];
  return events
    .filter((event) => event.kind === 'email_clicked' && !event.machine)
    .filter((click) => deliveries.some((delivery) => isOfMachine(click, delivery)))
    .map((click) => click.id);
}

function isOfMachine(click: Mailed, delivery: Mailed): boolean {
  const after = click.at - delivery.at;
  if (after < 0 || after > FASTEST_READER_MS) return false;
  return click.mail === null || delivery.mail === null || click.mail === delivery.mail;
}

/**
 * @param fresh events that were stored just now, by lead
 * @returns of each lead the clicks and deliveries that are within seconds of a fresh one; nothing further away can matter
 */
export async function mailedNear(
  tx: Db,
  wsId: string,
  fresh: ReadonlyMap<string, readonly Mailed[]>,
): Promise<Map<string, Mailed[]>> {
  const windows = [...fresh].flatMap(([lead_id, events]) =>
    events.filter(isMailed).map(({ at }) => ({
      lead_id,
      first: new Date(at - FASTEST_READER_MS),
      last: new Date(at + FASTEST_READER_MS),
    })),
  );
  if (windows.length === 0) return new Map();
  const { rows } = await sql<Omit<Mailed, 'id' | 'at'> & Found>`
    select distinct near.* from jsonb_to_recordset(${toJson(windows)}::jsonb)
      as w(lead_id uuid, first timestamptz, last timestamptz)
    cross join lateral (
      select lead_id, event_id, at, kind, mail, machine from event
      where lead_id = w.lead_id and ws_id = ${wsId} and at between w.first and w.last
        and kind in ('email_clicked', 'email_delivered')
      -- Keeps the planner from joining with the whole table: each window is a few entries of the index.
      offset 0
    ) near`.execute(tx);
  return Map.groupBy(
    rows.map(({ event_id, at, ...rest }) => ({ ...rest, id: event_id, at: at.getTime() })),
    ({ lead_id }) => lead_id,
  );
}

interface Found {
  lead_id: string;
  event_id: string;
  at: Date;
}

/** Marks these events of one lead as a machine's. */
export async function markMachine(
  tx: Db,
  wsId: string,
  leadId: string,
  eventIds: readonly string[],
): Promise<void> {
  if (eventIds.length === 0) return;
  await tx
    .updateTable('event')
    .set({ machine: true })
    .where('lead_id', '=', leadId)
    .where('ws_id', '=', wsId)
    .where('event_id', 'in', [...eventIds])
    .execute();
}
