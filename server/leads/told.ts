/** What a card tells of a lead's events: the digest of all, and the newest moments one by one. */
import type { Db } from '../db/database.ts';
import { type Digest, digestOf } from './digest.ts';
import { digestInDatabase } from './digest-in-database.ts';
import type { Lead } from './follow.ts';
import { isMoment } from './moments.ts';
import { leadEventOf } from './scored-events.ts';
import { rowsOfPage, type ShownRow } from './timeline-page.ts';

/** Most leads have done less than this, and then what was read with the lead tells everything. */
const READ_AT_ONCE = 200;
/** Digests of long histories that are kept, of the leads that were looked at last. */
const MOST_KEPT = 200;

export interface Told {
  digest: Digest;
  /** Newest first. */
  moments: ShownRow[];
}

type Key = Pick<Lead, 'lead_id' | 'ws_id' | 'rev' | 'updated_at'>;

interface Kept {
  /** The lead as it was then. */
  of: string;
  told: Told;
}

/** By database, then by lead; the ones asked for last stand at the end. */
const kept = new WeakMap<Db, Map<string, Kept>>();

/** @returns how many events of a lead are worth reading: of one whose history is known to be long, none */
export function mostToRead(db: Db, wsId: string, leadId: string): number {
  return kept.get(db)?.has(nameOf({ ws_id: wsId, lead_id: leadId })) ? 0 : READ_AT_ONCE;
}

/**
 * @param events all of the lead, newest first, as its row was read; null when there are more than `mostToRead`
 * @param most how many moments are wanted
 */
export async function toldOf(
  db: Db,
  lead: Key,
  events: readonly ShownRow[] | null,
  most: number,
): Promise<Told> {
  if (events) {
    const all = events.map(leadEventOf).reverse();
    return { digest: digestOf(all), moments: events.filter(isMoment).slice(0, most) };
  }
  const known = keptOf(db, lead, most);
  if (known) return known;
  const newest = { moments: true, kinds: null, before: null, limit: most };
  const [digest, moments] = await Promise.all([
    digestInDatabase(db, lead),
    rowsOfPage(db, lead.ws_id, lead.lead_id, newest),
  ]);
  const told = { digest, moments };
  keep(db, lead, most, told);
  return told;
}

function nameOf({ ws_id, lead_id }: Pick<Key, 'ws_id' | 'lead_id'>): string {
  return `${ws_id} ${lead_id}`;
}

/**
 * Whatever writes, moves or deletes events of a lead writes the lead in the same transaction, one revision on, so under one
 * revision they are the same. What was summed up a moment after the lead was read may be newer than its revision, never older.
 */
function stateOf({ rev, updated_at }: Key, most: number): string {
  // With the time: after a restore from a backup a revision comes a second time.
  return `${rev} ${updated_at.getTime()} ${most}`;
}

function keptOf(db: Db, lead: Key, most: number): Told | null {
  const own = kept.get(db);
  const name = nameOf(lead);
  const last = own?.get(name);
  if (!own || last?.of !== stateOf(lead, most)) return null;
  own.delete(name);
  own.set(name, last);
  return last.told;
}

function keep(db: Db, lead: Key, most: number, told: Told): void {
  const own = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, own);
  const name = nameOf(lead);
  own.delete(name);
  own.set(name, { of: stateOf(lead, most), told });
  const [oldest] = own.keys();
  if (own.size > MOST_KEPT && oldest !== undefined) own.delete(oldest);
}
