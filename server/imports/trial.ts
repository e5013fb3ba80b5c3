/** The dry run: everything is read as if it were written, and nothing is. */
import type { Updateable } from 'kysely';
import { inTransaction } from '../db/retry.ts';
import type { DateOrder, ImportJobTable } from '../db/schema-imports.ts';
import type { Store } from '../http/context.ts';
import type { Turn } from '../work/turn.ts';
import type { Place, Row } from './csv.ts';
import { orderOf, type Told } from './dates.ts';
import { Distinct } from './distinct.ts';
import { formatOf, suggested } from './formats.ts';
import { type Job, json, keyOf, UNCOUNTED } from './jobs.ts';
import { readRows } from './read-rows.ts';
import { dropRefused, keepRefused } from './refused.ts';
import { beginningOf, readerOf, rowsFrom } from './rows.ts';
import { Span, withReasons } from './tally.ts';

/** A dry run in the middle. It is kept in memory only: whoever takes over after a crash reads the file again. */
interface Trial {
  job: Job;
  start: Place;
  place: Place;
  order: DateOrder;
  /** The order is the whole file's, not its beginning's. */
  isSure: boolean;
  told: Record<Told, number>;
  counts: { rows: number; refused: number; events: number };
  reasons: Job['reasons'];
  people: Distinct;
  span: Span;
}

const trials = new WeakMap<Store['db'], Map<string, Trial>>();

/** Reads on as long as the turn lasts. */
export async function trySome(store: Store, job: Job, turn: Turn): Promise<void> {
  const own = trials.get(store.db) ?? new Map<string, Trial>();
  trials.set(store.db, own);
  const known = own.get(job.import_id);
  const isSame = known?.job.heard_at.getTime() === job.heard_at.getTime();
  const trial = known && isSame ? known : await begun(store, job);
  own.delete(job.import_id);
  if (trial && !(await readOn(store, trial, turn))) own.set(job.import_id, trial);
}

/** @returns null when somebody changed their mind meanwhile */
async function begun(store: Store, job: Job): Promise<Trial | null> {
  const found = await beginningOf(store.db, job);
  const format = job.format ?? found.format;
  const names = found.columns.map(({ name }) => name);
  const mapping = job.mapping ?? suggested(names, formatOf(format));
  await dropRefused(store.db, keyOf(job));
  const { kind, delimiter, columns, start } = found;
  const change = { ...UNCOUNTED, kind, delimiter, format };
  const texts = { columns: json(columns), mapping: json(mapping) };
  if (!(await saved(store, job, { ...change, ...texts, date_order: null }))) return null;
  return fresh({ ...job, kind, delimiter, format, columns, mapping }, start, mapping.dates ?? null);
}

function fresh(job: Job, start: Place, order: DateOrder | null): Trial {
  return {
    job,
    start,
    place: start,
    order: order ?? 'none',
    isSure: order !== null,
    told: { dmy: 0, mdy: 0, unclear: 0, nothing: 0 },
    counts: { rows: 0, refused: 0, events: 0 },
    reasons: [],
    people: new Distinct(),
    span: new Span(),
  };
}

/** @returns whether it is over */
async function readOn(store: Store, trial: Trial, turn: Turn): Promise<boolean> {
  let isFirst = trial.place === trial.start;
  for await (const rows of rowsFrom(store.db, trial.job, trial.place)) {
    if (isFirst && !trial.isSure) trial.order = orderOf(toldBy(trial, rows));
    isFirst = false;
    if (!(await readLot(store, trial, rows))) return true;
    if (!(await turn.mayGoOn())) return false;
  }
  const { job, told, isSure, order } = trial;
  const right = orderOf(told);
  if (!isSure && right !== order) {
    // The beginning looked different from the whole: once more, by the whole.
    await dropRefused(store.db, keyOf(job));
    return readOn(store, Object.assign(trial, fresh(job, trial.start, right)), turn);
  }
  await saved(store, job, {
    ...progressOf(trial),
    position: job.total,
    date_order: order,
    state: 'tried',
  });
  return true;
}

function toldBy(trial: Trial, rows: readonly Row[]): Record<Told, number> {
  const reader = readerOf(trial.job, 'none');
  const told = { dmy: 0, mdy: 0, unclear: 0, nothing: 0 };
  for (const one of rows.flatMap((row) => reader.told(row))) told[one] += 1;
  return told;
}

/** @returns false when somebody changed their mind meanwhile */
async function readLot(store: Store, trial: Trial, rows: readonly Row[]): Promise<boolean> {
  const reader = readerOf(trial.job, trial.order);
  const { counts, told } = trial;
  const before = counts.refused;
  if (!trial.isSure) for (const one of rows.flatMap((row) => reader.told(row))) told[one] += 1;
  const { kept, refused } = await readRows(store, trial.job.ws_id, rows, reader);
  counts.rows += rows.length;
  for (const { message } of kept) {
    trial.people.add(message.who.idents[0] ?? '');
    if (!message.event) continue;
    counts.events += 1;
    trial.span.add(message.event.at);
  }
  counts.refused += refused.length;
  trial.reasons = withReasons(trial.reasons, refused);
  const last = rows.at(-1);
  if (last) trial.place = { position: last.end, rowNo: last.no };
  return inTransaction(store.db, async (tx) => {
    const isWanted = await saved({ ...store, db: tx }, trial.job, progressOf(trial));
    if (isWanted) await keepRefused(tx, keyOf(trial.job), refused, before);
    return isWanted;
  });
}

function progressOf({ place, counts, reasons, people, span }: Trial): Updateable<ImportJobTable> {
  return {
    position: place.position,
    ...counts,
    accepted: counts.rows - counts.refused,
    people: people.count,
    reasons: json(reasons),
    ...span.dates,
  };
}

/** @returns false when the job is not to be tried any more, or with another mapping */
async function saved(
  { db }: Pick<Store, 'db'>,
  job: Job,
  change: Updateable<ImportJobTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('import_job')
    .set(change)
    .where('import_id', '=', job.import_id)
    .where('ws_id', '=', job.ws_id)
    .where('state', '=', 'receiving')
    .where('heard_at', '=', job.heard_at)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
