/** The rows of a file that is here, from any place on. */
import type { Db } from '../db/database.ts';
import type { DateOrder } from '../db/schema-imports.ts';
import { textFrom } from './chunks.ts';
import { csvRows, LONGEST_ROW, type Place, type Row } from './csv.ts';
import { type Job, keyOf } from './jobs.ts';
import { ndjsonRows } from './ndjson.ts';
import { FileProblem } from './problem.ts';
import { RowReader } from './reader.ts';
import { type Sniffed, sniff } from './sniff.ts';

/** @returns lots of rows */
export function rowsFrom(db: Db, job: Job, start: Place): AsyncGenerator<Row[]> {
  const text = textFrom(db, keyOf(job), start.position);
  return job.kind === 'ndjson'
    ? ndjsonRows(text, start, job.total)
    : csvRows(text, job.delimiter ?? ',', start, job.total);
}

/** @returns what its beginning tells: as much of it as holds a header and a row */
export async function beginningOf(db: Db, job: Job): Promise<Sniffed> {
  let head = '';
  for await (const piece of textFrom(db, keyOf(job), 0)) {
    head += piece;
    const second = head.indexOf('\n', head.indexOf('\n') + 1);
    if (second !== -1 || head.length > LONGEST_ROW) break;
  }
  if (head === '') throw new FileProblem('The file is not here any more. Send it again.');
  return sniff(head, job.total);
}

/** @returns what makes messages of its rows */
export function readerOf(job: Job, order: DateOrder): RowReader {
  if (job.kind === null || job.format === null || job.mapping === null) {
    throw new FileProblem('Nobody has said what its columns are. Try it with a mapping first.');
  }
  return new RowReader({
    importId: job.import_id,
    wsId: job.ws_id,
    fileName: job.file_name,
    kind: job.kind,
    columns: job.columns.map(({ name }) => name),
    format: job.format,
    mapping: job.mapping,
    order,
    at: job.started_at.getTime(),
  });
}
