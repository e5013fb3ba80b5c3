/** What a card tells of a lead's events: the digest of all, and the newest moments one by one. */
import type { TimelineEvent } from '../../lib/contract/event.ts';
import type { Db } from '../db/database.ts';
import { type Digest, digestOf } from './digest.ts';
import { digestInDatabase } from './digest-in-database.ts';
import type { Lead } from './follow.ts';
import { isMoment } from './moments.ts';
import { EVENT_COLUMNS, leadEventOf } from './scored-events.ts';
import { pageOf, timelineEventOf } from './timeline.ts';

/** Most leads have done less than this, and then one statement tells everything. */
const READ_AT_ONCE = 200;

export interface Told {
  digest: Digest;
  /** Newest first. */
  moments: TimelineEvent[];
}

export async function toldOf(
  db: Db,
  lead: Pick<Lead, 'lead_id' | 'ws_id'>,
  most: number,
): Promise<Told> {
  const { lead_id, ws_id } = lead;
  const rows = await db
    .selectFrom('event')
    .where('lead_id', '=', lead_id)
    .where('ws_id', '=', ws_id)
    .select([...EVENT_COLUMNS, 'clock_corrected'])
    .orderBy('at', 'desc')
    .orderBy('event_id', 'desc')
    .limit(READ_AT_ONCE + 1)
    .execute();
  if (rows.length <= READ_AT_ONCE) {
    const events = rows.map(({ clock_corrected: _, ...row }) => leadEventOf(row)).reverse();
    const moments = rows.filter(isMoment).slice(0, most).map(timelineEventOf);
    return { digest: digestOf(events), moments };
  }
  const newest = { moments: true, before: null, limit: most };
  const [digest, moments] = await Promise.all([
    digestInDatabase(db, lead),
    pageOf(db, ws_id, lead_id, newest),
  ]);
  return { digest, moments };
}
