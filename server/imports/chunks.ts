/**
 * The file itself, in the database: with several processes and no shared disk that is where any of them can go on with it.
 * It is kept as text in pieces, each packed by itself, so that reading can begin at any place.
 */
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Db } from '../db/database.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Characters in a piece: about half a megabyte. */
export const PIECE = 500_000;

/** A file of a team. */
export interface FileKey {
  importId: string;
  wsId: string;
}

/** Writes the next piece. */
export async function putPiece(db: Db, file: FileKey, startsAt: number, text: string) {
  const body = await pack(Buffer.from(text, 'utf8'), { level: 4 });
  await db
    .insertInto('import_chunk')
    .values({
      import_id: file.importId,
      ws_id: file.wsId,
      starts_at: startsAt,
      chars: text.length,
      body,
    })
    .execute();
}

/** @returns the text from this place on, a piece at a time */
export async function* textFrom(db: Db, file: FileKey, position: number): AsyncGenerator<string> {
  let startsAt = await startOf(db, file, position);
  let skip = position - startsAt;
  for (;;) {
    const piece = await db
      .selectFrom('import_chunk')
      .where('import_id', '=', file.importId)
      .where('ws_id', '=', file.wsId)
      .where('starts_at', '=', startsAt)
      .select(['chars', 'body'])
      .executeTakeFirst();
    if (!piece) return;
    const text = (await unpack(piece.body)).toString('utf8');
    if (skip < text.length) yield skip === 0 ? text : text.slice(skip);
    skip = Math.max(0, skip - text.length);
    startsAt += piece.chars;
  }
}

async function startOf(db: Db, file: FileKey, position: number): Promise<number> {
  const piece = await db
    .selectFrom('import_chunk')
    .where('import_id', '=', file.importId)
    .where('ws_id', '=', file.wsId)
    .where('starts_at', '<=', position)
    .select('starts_at')
    .orderBy('starts_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return piece?.starts_at ?? 0;
}

/** Lets the file go; what was imported of it stays. */
export async function dropPieces(db: Db, file: FileKey): Promise<void> {
  await db
    .deleteFrom('import_chunk')
    .where('import_id', '=', file.importId)
    .where('ws_id', '=', file.wsId)
    .execute();
}
