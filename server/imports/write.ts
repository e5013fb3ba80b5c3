/**
 * Rows into the store, a batch at a time, so that after any end, also kill -9 in the middle, every row is there once and was
 * counted once.
 *
 * Events have ids that follow from the file, so writing them again writes nothing. The counts are right because a batch is
 * announced before it is written (`pending`: where it ends, and how many people in it are news) and done with in the one
 * statement that moves the position. Whoever finds an announced batch writes the same rows again, takes the news about
 * people from the announcement, and counts events as new that bear this import's id and a row of this batch.
 */
import type { Updateable } from 'kysely';
import * as z from 'zod/mini';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import type { ImportJobTable } from '../db/schema-imports.ts';
import type { Store } from '../http/context.ts';
import { keepMessages } from '../ingest/keep.ts';
import type { Message } from '../ingest/message.ts';
import { resolveLeads } from '../ingest/resolve.ts';
import { currentDefinition } from '../leads/definition.ts';
import type { Row } from './csv.ts';
import { type Job, json, keyOf } from './jobs.ts';
import { newsAbout } from './news.ts';
import { readRows } from './read-rows.ts';
import type { RowReader } from './reader.ts';
import { keepRefused } from './refused.ts';
import { type Refused, withReasons } from './tally.ts';

interface Batch {
  /** Where it ends. */
  position: number;
  rowNo: number;
  rows: number;
  messages: Message[];
  refused: Refused[];
}

/**
 * @param rows from the job's position on; at least one
 * @returns the job as it is afterwards; null when somebody else went on with it
 */
export async function writeRows(
  store: Store,
  job: Job,
  rows: readonly Row[],
  reader: RowReader,
): Promise<Job | null> {
  const batch = await batchOf(store, job, rows, reader);
  const people = batch.messages.filter(({ event }) => event === null);
  const events = batch.messages.filter(({ event }) => event !== null);
  const again = job.pending;
  const news = again ? again.news : await newsAbout(store, job.ws_id, people);
  if (!again && !(await announced(store.db, job, { position: batch.position, news }))) return null;
  const before = again ? await ownEvents(store, job, events) : 0;
  const { duplicates } = await keepMessages(store, job.ws_id, batch.messages);
  const accepted = events.length - duplicates + before + news;
  return inTransaction(store.db, async (tx) => {
    const after = await moved(tx, job, {
      position: batch.position,
      row_no: batch.rowNo,
      rows: job.rows + batch.rows,
      accepted: job.accepted + accepted,
      refused: job.refused + batch.refused.length,
      events: job.events + events.length,
      reasons: json(withReasons(job.reasons, batch.refused)),
      pending: null,
      heard_at: new Date(store.now()),
    });
    // Of one that was deleted meanwhile nothing may stay: nobody would ever look for it.
    if (after) await keepRefused(tx, keyOf(job), batch.refused, job.refused);
    return after;
  });
}

async function batchOf(
  store: Store,
  job: Job,
  rows: readonly Row[],
  reader: RowReader,
): Promise<Batch> {
  const { kept, refused } = await readRows(store, job.ws_id, rows, reader);
  const last = rows.at(-1);
  if (!last) throw new Error('A batch without rows.');
  const messages = kept.map(({ message }) => message);
  return { position: last.end, rowNo: last.no, rows: rows.length, messages, refused };
}

async function announced(
  db: Db,
  job: Job,
  pending: { position: number; news: number },
): Promise<boolean> {
  return (await moved(db, job, { pending: json(pending) })) !== null;
}

/** Only from where the job was when this process looked: of two that work on it by mistake, one counts. */
async function moved(db: Db, job: Job, change: Updateable<ImportJobTable>): Promise<Job | null> {
  const row = await db
    .updateTable('import_job')
    .set(change)
    .where('import_id', '=', job.import_id)
    .where('ws_id', '=', job.ws_id)
    .where('position', '=', job.position)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

const mark = z.object({ import: z.object({ id: z.string(), row: z.int() }) });

/** @returns how many of these events were written when this very batch was written before */
async function ownEvents(store: Store, job: Job, events: readonly Message[]): Promise<number> {
  if (events.length === 0) return 0;
  const definition = await currentDefinition(store.db, job.ws_id);
  const who = events.map((message) => message.who);
  const resolved = await resolveLeads(store, job.ws_id, who, definition);
  const leadIds = resolved.map(({ leadId }) => leadId);
  const ids = events.flatMap(({ event }) => (event ? [event.eventId] : []));
  const rows = await store.db
    .selectFrom('event')
    .where('lead_id', 'in', [...new Set(leadIds)])
    .where('ws_id', '=', job.ws_id)
    .where('event_id', 'in', [...new Set(ids)])
    .select(['lead_id', 'event_id', 'props'])
    .execute();
  return rows.filter(({ props }) => {
    const { data } = mark.safeParse(props);
    // One of an earlier batch is a repetition here, and was counted there.
    return data?.import.id === job.import_id && data.import.row > job.row_no;
  }).length;
}
