/** Where a person may be spoken of without being known: what could not be read, and files that were imported. */
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import { blanked } from './blank-lines.ts';

/** Shorter names (“7”) would be found in everything. */
const SHORTEST = 6;
const CHUNKS_AT_ONCE = 20;
const NIL = '00000000-0000-0000-0000-000000000000';

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** @param idents keys of the identity table */
export async function scrub(db: Db, wsId: string, idents: readonly string[]): Promise<void> {
  const names = [...new Set(idents.map(nameIn))].filter((name) => name.length >= SHORTEST);
  if (names.length === 0) return;
  await dropIntake(db, wsId, names);
  await dropRefused(db, wsId, names);
  await blankExamples(db, wsId, names);
  await blankFiles(db, wsId, names);
}

function nameIn(ident: string): string {
  return ident.slice(ident.indexOf(':') + 1).toLowerCase();
}

/** Nothing of a message that named the person stays: it could not be kept, so nobody misses it. */
async function dropIntake(db: Db, wsId: string, names: readonly string[]): Promise<void> {
  await sql`delete from intake where ws_id = ${wsId} and exists (
    select 1 from unnest(${names}::text[]) as name
    where position(name in lower(coalesce(item, '') || ' ' || excerpt || ' ' || reason)) > 0)`.execute(
    db,
  );
}

async function dropRefused(db: Db, wsId: string, names: readonly string[]): Promise<void> {
  await sql`delete from import_refused where ws_id = ${wsId} and exists (
    select 1 from unnest(${names}::text[]) as name
    where position(name in lower(cells || ' ' || reason)) > 0)`.execute(db);
}

/** Of each column of a file a few cells are shown to whoever says what it means. */
async function blankExamples(db: Db, wsId: string, names: readonly string[]): Promise<void> {
  const jobs = await db
    .selectFrom('import_job')
    .where('ws_id', '=', wsId)
    .select(['import_id', 'columns', 'reasons'])
    .execute();
  for (const { import_id, columns, reasons } of jobs) {
    const text = JSON.stringify([columns, reasons]).toLowerCase();
    if (!names.some((name) => text.includes(name))) continue;
    await db
      .updateTable('import_job')
      .set({
        columns: toJson(columns.map((column) => ({ ...column, examples: [] }))),
        reasons: toJson(JSON.parse(blanked(JSON.stringify(reasons), names))),
      })
      .where('import_id', '=', import_id)
      .where('ws_id', '=', wsId)
      .execute();
  }
}

interface Chunk {
  import_id: string;
  starts_at: number;
  body: Buffer;
}

/** A row may begin in one piece of a file and end in the next, so each piece is read together with the one before it. */
async function blankFiles(db: Db, wsId: string, names: readonly string[]): Promise<void> {
  let before: (Chunk & { text: string }) | null = null;
  for (let after: Omit<Chunk, 'body'> = { import_id: NIL, starts_at: -1 }; ; ) {
    const chunks: Chunk[] = await chunksAfter(db, wsId, after);
    for (const chunk of chunks) {
      const text = (await unzip(chunk.body)).toString('utf8');
      const head: string = before?.import_id === chunk.import_id ? before.text : '';
      const both = blanked(head + text, names);
      const own = both.slice(head.length);
      if (before && head !== both.slice(0, head.length)) {
        await saveChunk(db, wsId, before, both.slice(0, head.length));
      }
      if (own !== text) await saveChunk(db, wsId, chunk, own);
      before = { ...chunk, text: own };
    }
    const last = chunks.at(-1);
    if (!last) return;
    after = last;
  }
}

async function saveChunk(
  db: Db,
  wsId: string,
  { import_id, starts_at }: Chunk,
  text: string,
): Promise<void> {
  await db
    .updateTable('import_chunk')
    .set({ body: await zip(Buffer.from(text, 'utf8')) })
    .where('import_id', '=', import_id)
    .where('ws_id', '=', wsId)
    .where('starts_at', '=', starts_at)
    .execute();
}

async function chunksAfter(
  db: Db,
  wsId: string,
  { import_id, starts_at }: Omit<Chunk, 'body'>,
): Promise<Chunk[]> {
  return db
    .selectFrom('import_chunk')
    .where('ws_id', '=', wsId)
    .where((eb) => eb(eb.refTuple('import_id', 'starts_at'), '>', eb.tuple(import_id, starts_at)))
    .select(['import_id', 'starts_at', 'body'])
    .orderBy('import_id')
    .orderBy('starts_at')
    .limit(CHUNKS_AT_ONCE)
    .execute();
}
