/**
 * server/changes: the feed of what happened in a workspace, for whoever keeps a copy or waits for news.
 *
 * In: a row for each change, written in the transaction that changes something. Out: pages in the order of their ids that
 * never skip one, as a long poll or as a stream. Commit order is not id order, which is dealt with in mark.ts and read.ts.
 * This file: writing.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { ChangeKind } from '../../lib/contract/changes.ts';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import { BUCKETS, stampNow } from './stamp.ts';

export interface NewChange {
  kind: ChangeKind;
  /** Null for definitions. */
  leadId: string | null;
  rev: number | null;
}

/**
 * One statement, however many. To be called in the transaction that changes these things, after its first write: readers
 * hold back what a transaction that is still under way may come before, and know of it from its first write on.
 */
export async function recordChanges(
  tx: Db,
  wsId: string,
  changes: readonly NewChange[],
  now: number,
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map((change) => ({ ...change, ...placeFor(change.leadId) }));
  const at = new Date(now).toISOString();
  // The database's clock makes the ids: those of the processes may be minutes apart.
  await sql`insert into change (bucket, ws_id, change_id, kind, lead_id, rev, at)
    select x.bucket, ${wsId}::uuid,
      (substr(s.stamp, 1, 12) || '7' || substr(s.stamp, 13, 3) || x.tail)::uuid,
      x.kind, x."leadId", x.rev, ${at}::timestamptz
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as x(
      bucket int, tail text, kind text, "leadId" uuid, rev int),
      (select ${stampNow} as stamp) s`.execute(tx);
}

/** A lead's changes are all in one bucket; its id is random, so leads are spread evenly. */
function placeFor(leadId: string | null): { bucket: number; tail: string } {
  const bucket = leadId === null ? 0 : Number.parseInt(leadId.charAt(0), 16) % BUCKETS;
  return { bucket, tail: nextTail() };
}

let written = 0;

/**
 * @returns the last 64 bits of an id (RFC 9562, version 7): the variant, 28 bits that count, 32 bits of chance. So what one process
 *   writes within one tick of the clock keeps its order; the embedded database's clock ticks once in a millisecond, and in that many
 *   statements have their turn.
 */
function nextTail(): string {
  written = (written + 1) % 0x1000_0000;
  return `8${written.toString(16).padStart(7, '0')}${randomUUID().slice(-8)}`;
}
