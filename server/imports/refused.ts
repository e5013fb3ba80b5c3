/** Rows that were refused, kept to be mended and imported again. */
import Papa from 'papaparse';
import * as z from 'zod/mini';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import type { FileKey } from './chunks.ts';
import type { Job } from './jobs.ts';
import { keyOf } from './jobs.ts';
import type { Refused } from './tally.ts';

/** Of a file that is wrong all through, the reasons matter and not every row. */
const MOST_KEPT = 100_000;
const PAGE = 1_000;

/** To be called in the transaction that counts them. @param before how many were refused before */
export async function keepRefused(
  tx: Db,
  key: FileKey,
  refused: readonly Refused[],
  before: number,
): Promise<void> {
  const kept = refused.slice(0, Math.max(0, MOST_KEPT - before));
  if (kept.length === 0) return;
  await tx
    .insertInto('import_refused')
    .values(
      kept.map(({ no, reason, cells }) => ({
        import_id: key.importId,
        ws_id: key.wsId,
        row_no: no,
        reason,
        cells: toJson(cells),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function dropRefused(db: Db, key: FileKey): Promise<void> {
  await db
    .deleteFrom('import_refused')
    .where('import_id', '=', key.importId)
    .where('ws_id', '=', key.wsId)
    .execute();
}

const cells = z.array(z.string());

/** @returns the file of refused rows, a page at a time: the columns of the file, the row's number, the reason */
export async function* refusedFile(db: Db, job: Job): AsyncGenerator<string> {
  const isTable = job.kind === 'csv';
  const names = job.columns.map(({ name }) => name);
  const header = isTable ? names.filter((name) => !ADDED.has(name)) : ['line'];
  // A mark, or Excel takes it for what Windows wrote before.
  yield `\uFEFF${lineOf([...header, 'row', 'reason'])}`;
  for (let after = -1; ; ) {
    const rows = await page(db, keyOf(job), after);
    const lines = rows.map(({ cells: kept, row_no, reason }) => {
      const all = cells.parse(JSON.parse(kept));
      const own = isTable ? fitted(all, names, job.delimiter ?? ',') : all.slice(0, 1);
      return lineOf([...own, String(row_no), reason]);
    });
    if (lines.length > 0) yield lines.join('');
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.row_no;
  }
}

/** Cells there is no column for stay with the last one, where somebody sees them. */
function fitted(all: readonly string[], names: readonly string[], delimiter: string): string[] {
  const row = names.map((_, place) => all[place] ?? '');
  const over = all.slice(names.length);
  if (over.length > 0) row.push([row.pop() ?? '', ...over].join(delimiter));
  return row.filter((_, place) => !ADDED.has(names[place] ?? ''));
}

/** What the file of refused rows has in addition, when such a file is imported itself. */
const ADDED = new Set(['row', 'reason']);

function lineOf(values: readonly string[]): string {
  const safe = values.map((value) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value));
  return `${Papa.unparse([safe], { newline: '\r\n' })}\r\n`;
}

async function page(db: Db, key: FileKey, after: number) {
  return db
    .selectFrom('import_refused')
    .where('import_id', '=', key.importId)
    .where('ws_id', '=', key.wsId)
    .where('row_no', '>', after)
    .select(['row_no', 'reason', 'cells'])
    .orderBy('row_no')
    .limit(PAGE)
    .execute();
}
