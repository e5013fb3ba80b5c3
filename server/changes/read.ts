/** One page of the feed, after a cursor. */
import { sql } from 'kysely';
import type { Change, ChangeKind } from '../../lib/contract/changes.ts';
import type { Db } from '../db/database.ts';
import type { FeedCursor } from './cursor.ts';
import { type Mark, markOf } from './mark.ts';
import { BUCKETS, firstIdAt, stampFromMs, stampIn } from './stamp.ts';

export const KEPT_MS = 7 * 86_400_000;
const MOST = 500;

/**
 * The overlap is this cell of time and the one before it, so five to ten seconds: what turns up in there although it was read
 * past (the database's clock was set back, or another server took over whose clock is behind) is noticed by its count.
 */
const CELL = stampFromMs(5_000);
/** A cursor this far ahead is from another database, or from before a restore. */
const AHEAD = stampFromMs(60_000);

export interface FeedPage {
  changes: Change[];
  cursor: FeedCursor;
  gap: boolean;
  /** Something may be there that is held back because an older transaction is still under way: look again soon. */
  heldBack: boolean;
  /** The page is full: look again at once. */
  more: boolean;
}

/**
 * Each change comes once and in order, as long as the database's clock never goes back; if it does, those of the last seconds
 * come again.
 *
 * @param after null: from now on
 */
export async function readFeed(db: Db, wsId: string, after: FeedCursor | null): Promise<FeedPage> {
  const mark = await markOf(db);
  const oldest = mark.now - stampFromMs(KEPT_MS);
  const at = after && stampIn(after.id);
  const isLost = at !== null && (at < oldest || at > mark.now + AHEAD);
  if (!after || isLost) return { ...(await startAt(db, wsId, mark)), gap: isLost };
  const page = await pageAfter(db, wsId, after.id, mark);
  if (page.overlapBefore === after.overlap) return page;
  const again = firstIdAt((stampIn(after.id) / CELL - 1n) * CELL);
  return pageAfter(db, wsId, again, mark);
}

async function startAt(db: Db, wsId: string, mark: Mark): Promise<FeedPage> {
  const id = firstIdAt(mark.settled);
  const { cursor } = await pageAfter(db, wsId, id, mark);
  return { changes: [], cursor, gap: false, heldBack: false, more: false };
}

interface Row {
  change_id: string;
  kind: ChangeKind;
  lead_id: string | null;
  rev: number | null;
  at: Date;
}

/** Without a page there is still one row, with the counts. */
interface Counted extends Omit<Row, 'change_id'> {
  change_id: string | null;
  older: number;
  newer: number;
}

/** @returns the changes after this id that are settled, and how many there were in its overlap when they were read */
async function pageAfter(
  db: Db,
  wsId: string,
  after: string,
  mark: Mark,
): Promise<FeedPage & { overlapBefore: number }> {
  const from = stampIn(after);
  const cell = firstIdAt((from / CELL) * CELL);
  const cellBefore = firstIdAt((from / CELL - 1n) * CELL);
  const end = firstIdAt(mark.settled);
  // One statement, so one moment: counted later, a change that came in between would pass for one that was read.
  const { rows } = await sql<Counted>`
    select page.*, counted.older, counted.newer
    from (select (${countIn(wsId, cellBefore, cell, '<')}) as older,
      (${countIn(wsId, cell, after, '<=')}) as newer) as counted
    left join (
      select * from (${perBucket(wsId, after, end)}) as each_bucket
      order by change_id limit ${MOST}
    ) as page on true
    order by page.change_id`.execute(db);
  const { older, newer } = rows[0] ?? { older: 0, newer: 0 };
  const page = rows.filter((row): row is Counted & Row => row.change_id !== null);
  const more = page.length === MOST;
  const last = more ? (page.at(-1)?.change_id ?? after) : end;
  // The settled part can end before the cursor when the clock went back: a cursor never does.
  const id = last > after ? last : after;
  const counts = { older, newer, ids: page.map((row) => row.change_id) };
  return {
    changes: page.map(changeOf),
    cursor: { id, overlap: overlapAt(id, after, counts) },
    gap: false,
    heldBack: mark.settled < mark.now,
    more,
    overlapBefore: older + newer,
  };
}

/** So many changes are in the overlap of `id`, having read those after `after`. */
function overlapAt(
  id: string,
  after: string,
  { older, newer, ids }: { older: number; newer: number; ids: readonly string[] },
): number {
  const cells = stampIn(id) / CELL - stampIn(after) / CELL;
  const start = (stampIn(id) / CELL - 1n) * CELL;
  const fresh = ids.filter((one) => stampIn(one) >= start).length;
  if (cells === 0n) return older + newer + fresh;
  return cells === 1n ? newer + fresh : fresh;
}

/** Every bucket gives its first ones, so that a reader who is a week behind costs no more than one who is not. */
function perBucket(wsId: string, after: string, end: string) {
  const buckets = Array.from(
    { length: BUCKETS },
    (_, bucket) => sql`(select change_id, kind, lead_id, rev, at from change
      where bucket = ${sql.lit(bucket)} and ws_id = ${wsId} and change_id > ${after} and change_id < ${end}
      order by change_id limit ${MOST})`,
  );
  return sql.join(buckets, sql` union all `);
}

function countIn(wsId: string, from: string, to: string, upTo: '<' | '<=') {
  const buckets = sql.join(Array.from({ length: BUCKETS }, (_, bucket) => sql.lit(bucket)));
  return sql`select count(*) from change where bucket in (${buckets}) and ws_id = ${wsId}
    and change_id >= ${from} and change_id ${sql.raw(upTo)} ${to}`;
}

function changeOf({ change_id, kind, lead_id, rev, at }: Row): Change {
  return { id: change_id, kind, at: at.toISOString(), leadId: lead_id, rev };
}
