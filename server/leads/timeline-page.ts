/** Events in the order of the timeline, as they are kept and as they are shown. */
import type { Selectable } from 'kysely';
import type { TimelineEvent } from '../../lib/contract/event.ts';
import type { EventKind } from '../../lib/contract/words.ts';
import type { Db } from '../db/database.ts';
import type { EventTable } from '../db/schema.ts';
import { type Place, placeOf } from '../http/cursor.ts';
import type { RepWords } from '../words/rep-words.ts';
import { isMoment, QUIET_KINDS } from './moments.ts';
import { EVENT_COLUMNS } from './scored-events.ts';
import { lineFor } from './timeline-words.ts';

export const SHOWN_COLUMNS = [...EVENT_COLUMNS, 'clock_corrected'] as const;
export type ShownRow = Pick<Selectable<EventTable>, (typeof SHOWN_COLUMNS)[number]>;

export interface Page {
  moments: boolean;
  /** Null: all. */
  kinds: readonly EventKind[] | null;
  before: Place | null;
  limit: number;
}

/** @returns newest first, equal times by id */
export async function rowsOfPage(
  db: Db,
  wsId: string,
  leadId: string,
  { moments, kinds, before, limit }: Page,
): Promise<ShownRow[]> {
  let query = db
    .selectFrom('event')
    .where('lead_id', '=', leadId)
    .where('ws_id', '=', wsId)
    .select([...SHOWN_COLUMNS])
    .orderBy('at', 'desc')
    .orderBy('event_id', 'desc')
    .limit(limit);
  if (moments) query = query.where('machine', '=', false).where('kind', 'not in', [...QUIET_KINDS]);
  if (kinds) query = query.where('kind', 'in', [...kinds]);
  if (before) {
    query = query.where((eb) =>
      eb(eb.refTuple('at', 'event_id'), '<', eb.tuple(new Date(before.at), before.id)),
    );
  }
  return query.execute();
}

/** @returns the event as the timeline shows it */
export function timelineEventOf(row: ShownRow, words: RepWords): TimelineEvent {
  return {
    id: row.event_id,
    kind: row.kind,
    at: row.at.toISOString(),
    ...lineFor(row, words),
    url: row.url,
    source: row.source,
    campaign: row.campaign,
    moment: isMoment(row),
    machine: row.machine,
    clockCorrected: row.clock_corrected,
    who: null,
  };
}

/** @returns where the next page begins, if one more was read than is shown; null at the end */
export function nextAfter(rows: readonly ShownRow[], limit: number): string | null {
  const last = rows[limit - 1];
  return last && rows.length > limit ? placeOf(last.at.getTime(), last.event_id) : null;
}
