/** The events of leads, as much of them as scores, counts and stories need. */
import type { ScoredEvent } from '../../lib/score/counters.ts';
import type { Db } from '../db/database.ts';
import type { EventTable } from '../db/schema.ts';

export interface LeadEvent extends ScoredEvent {
  id: string;
  url: string | null;
  channel: string | null;
  mail: string | null;
  source: string;
}

const COLUMNS = [
  'lead_id',
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
  for (const { lead_id, event_id, at, ...rest } of rows) {
    found.get(lead_id)?.push({ id: event_id, at: at.getTime(), ...rest });
  }
  return found;
}
