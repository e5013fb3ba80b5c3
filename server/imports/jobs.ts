/** The row of an import, and what people see of it. */
import type { Selectable, Updateable } from 'kysely';
import type { ImportJob, ImportState } from '../../lib/contract/imports.ts';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import type { ImportJobTable } from '../db/schema-imports.ts';
import type { Store } from '../http/context.ts';
import type { FileKey } from './chunks.ts';

export type Job = Selectable<ImportJobTable>;

export const keyOf = (job: Job): FileKey => ({ importId: job.import_id, wsId: job.ws_id });

export interface NewFile {
  wsId: string;
  fileName: string;
  /** Null: whoever runs the store. */
  by: { memberId: string; name: string } | null;
}

/** @returns a file of which nothing is here yet */
export async function newJob(
  { db, now, newId }: Pick<Store, 'db' | 'now' | 'newId'>,
  { wsId, fileName, by }: NewFile,
): Promise<Job> {
  const at = new Date(now());
  return db
    .insertInto('import_job')
    .values({
      ...BLANK,
      import_id: newId(),
      ws_id: wsId,
      file_name: fileName,
      state: 'receiving',
      heard_at: at,
      started_at: at,
      member_id: by?.memberId ?? null,
      by_name: by?.name ?? null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Nothing counted yet. */
export const UNCOUNTED = {
  position: 0,
  row_no: 0,
  rows: 0,
  accepted: 0,
  refused: 0,
  people: 0,
  events: 0,
  reasons: '[]',
  span_from: null,
  span_to: null,
  pending: null,
  problem: null,
  finished_at: null,
} as const;

const BLANK = { ...UNCOUNTED, columns: '[]', total: 0 } as const;

/** @returns null when this team has no such import */
export async function jobOf(db: Db, { importId, wsId }: FileKey): Promise<Job | null> {
  const row = await db
    .selectFrom('import_job')
    .where('import_id', '=', importId)
    .where('ws_id', '=', wsId)
    .selectAll()
    .executeTakeFirst();
  return row ?? null;
}

/**
 * @param from only when it is in one of these states
 * @returns the job as it is afterwards; null when it was in another state, or is gone
 */
export async function changeJob(
  db: Db,
  { importId, wsId }: FileKey,
  from: readonly ImportState[],
  change: Updateable<ImportJobTable>,
): Promise<Job | null> {
  const row = await db
    .updateTable('import_job')
    .set(change)
    .where('import_id', '=', importId)
    .where('ws_id', '=', wsId)
    .where('state', 'in', [...from])
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** @returns a change that ends the job with a sentence for whoever brought the file */
export function failure(now: number, problem: string): Updateable<ImportJobTable> {
  return { state: 'failed', problem, finished_at: new Date(now) };
}

export const json = toJson;

/** @returns what people see of it */
export function shown(job: Job): ImportJob {
  const span =
    job.span_from && job.span_to
      ? { from: job.span_from.toISOString(), to: job.span_to.toISOString() }
      : null;
  const { rows, accepted, refused } = job;
  return {
    importId: job.import_id,
    fileName: job.file_name,
    format: job.format,
    mapping: job.mapping,
    state: job.state,
    done: job.state === 'done' ? job.total : job.position,
    total: job.total,
    // What is neither new nor refused was here before, whatever came in between: so the three always make up the rows.
    counts: { rows, accepted, duplicates: Math.max(0, rows - accepted - refused), refused },
    reasons: job.reasons,
    columns: job.columns,
    span,
    people: job.people,
    events: job.events,
    problem: job.problem,
    by: job.by_name,
    startedAt: job.started_at.toISOString(),
    finishedAt: job.finished_at?.toISOString() ?? null,
  };
}
