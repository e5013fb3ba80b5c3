/** The events of leads, as much of them as scores, counts and stories need. */
import type { Selectable } from 'kysely';
import type { ScoredEvent } from '../../lib/score/match.ts';
import type { Db } from '../db/database.ts';
import type { EventTable } from '../db/schema.ts';
import type { Lead } from './follow.ts';

export interface LeadEvent extends ScoredEvent {
  id: string;
  url: string | null;
  channel: string | null;
  mail: string | null;
  source: string;
}

/** What of an event is read for a lead that is known. */
export const EVENT_COLUMNS = [
  'event_id',
  'at',
  'kind',
  'name',
  'title',
  'path',
  'url',
  'campaign',
  'channel',
  'mail',
  'source',
  'machine',
] as const satisfies (keyof EventTable)[];
const COLUMNS = ['lead_id', ...EVENT_COLUMNS] as const;

/** @returns the events of each of these leads, oldest first; leads without any are there with none */
export async function eventsOf(
  db: Db,
  wsId: string,
  leadIds: readonly string[],
): Promise<Map<string, LeadEvent[]>> {
  const found = new Map<string, LeadEvent[]>(leadIds.map((id) => [id, []]));
  if (leadIds.length === 0) return found;
  const rows = await db
    .selectFrom('event')
    .where('lead_id', 'in', [...leadIds])
    .where('ws_id', '=', wsId)
    .select([...COLUMNS])
    .orderBy('at')
    .orderBy('event_id')
    .execute();
  for (const { lead_id, ...row } of rows) found.get(lead_id)?.push(leadEventOf(row));
  return found;
}

/** @returns the events of one lead that had happened by then, as far as they were here by `receivedAt`; oldest first */
export async function eventsUntil(
  db: Db,
  { lead_id, ws_id }: Pick<Lead, 'lead_id' | 'ws_id'>,
  until: Date,
  receivedAt: Date,
): Promise<LeadEvent[]> {
  const rows = await db
    .selectFrom('event')
    .where('lead_id', '=', lead_id)
    .where('ws_id', '=', ws_id)
    .where('at', '<=', until)
    .where('received_at', '<=', receivedAt)
    .select([...EVENT_COLUMNS])
    .orderBy('at')
    .orderBy('event_id')
    .execute();
  return rows.map(leadEventOf);
}

export type EventRow = Pick<Selectable<EventTable>, (typeof EVENT_COLUMNS)[number]>;

export function leadEventOf({ event_id, at, ...rest }: EventRow): LeadEvent {
  return { id: event_id, at: at.getTime(), ...rest };
}
