/** What a card tells of a lead's events: the digest of all, and the newest moments one by one. */
import type { Db } from '../db/database.ts';
import { type Digest, digestOf } from './digest.ts';
import { digestInDatabase } from './digest-in-database.ts';
import type { Lead } from './follow.ts';
import { isMoment } from './moments.ts';
import { EVENT_COLUMNS, leadEventOf } from './scored-events.ts';
import { rowsOfPage, type ShownRow } from './timeline-page.ts';

/** Most leads have done less than this, and then one statement tells everything. */
const READ_AT_ONCE = 200;
/** Digests of long histories that are kept, of the leads that were looked at last. */
const MOST_KEPT = 200;

export interface Told {
  digest: Digest;
  /** Newest first. */
  moments: ShownRow[];
}

type Key = Pick<Lead, 'lead_id' | 'ws_id' | 'rev' | 'updated_at'>;

/** By database, then by lead and revision; the ones asked for last stand at the end. */
const kept = new WeakMap<Db, Map<string, Told>>();

export async function toldOf(db: Db, lead: Key, most: number): Promise<Told> {
  const known = keptOf(db, lead, most);
  if (known) return known;
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
    return { digest: digestOf(events), moments: rows.filter(isMoment).slice(0, most) };
  }
  const newest = { moments: true, kinds: null, before: null, limit: most };
  const [digest, moments] = await Promise.all([
    digestInDatabase(db, lead),
    rowsOfPage(db, ws_id, lead_id, newest),
  ]);
  const told = { digest, moments };
  keep(db, lead, most, told);
  return told;
}

/**
 * Whatever writes, moves or deletes events of a lead writes the lead in the same transaction, one revision on, so under one
 * revision they are the same. What was summed up a moment after the lead was read may be newer than its revision, never older.
 */
function keyOf({ ws_id, lead_id, rev, updated_at }: Key, most: number): string {
  // With the time: after a restore from a backup a revision comes a second time.
  return `${ws_id} ${lead_id} ${rev} ${updated_at.getTime()} ${most}`;
}

function keptOf(db: Db, lead: Key, most: number): Told | undefined {
  const own = kept.get(db);
  const key = keyOf(lead, most);
  const told = own?.get(key);
  if (own && told) {
    own.delete(key);
    own.set(key, told);
  }
  return told;
}

function keep(db: Db, lead: Key, most: number, told: Told): void {
  const own = kept.get(db) ?? new Map<string, Told>();
  kept.set(db, own);
  own.set(keyOf(lead, most), told);
  const [oldest] = own.keys();
  if (own.size > MOST_KEPT && oldest !== undefined) own.delete(oldest);
}
