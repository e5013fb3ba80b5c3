/** Rows sorted into those that can be kept and those that cannot, the same for the dry run and for good. */
import { setImmediate } from 'node:timers/promises';
import type { Store } from '../http/context.ts';
import type { Message } from '../ingest/message.ts';
import { ERASED, oldNews, UNDATED } from '../privacy/old-news.ts';
import type { Row } from './csv.ts';
import type { RowReader } from './reader.ts';
import { type Refused, refusedRow } from './tally.ts';

/** Rows read in one go; the process answers others in between. */
const AT_ONCE = 200;

export interface Kept {
  row: Row;
  message: Message;
}

interface Readable extends Kept {
  hasTime: boolean;
}

export async function readRows(
  store: Pick<Store, 'db' | 'seal'>,
  wsId: string,
  rows: readonly Row[],
  reader: RowReader,
): Promise<{ kept: Kept[]; refused: Refused[] }> {
  const readable: Readable[] = [];
  const refused: Refused[] = [];
  for (const [n, row] of rows.entries()) {
    if (n % AT_ONCE === AT_ONCE - 1) await setImmediate();
    const read = reader.read(row);
    if (read.ok) readable.push({ row, message: read.message, hasTime: read.hasTime });
    else refused.push(refusedRow(row, read.reason));
  }
  const messages = readable.map(({ message }) => message);
  // Before anything is looked up: looking up a person makes one.
  const erased = await oldNews(
    store,
    wsId,
    messages,
    (place) => readable[place]?.hasTime === false,
  );
  if (erased.size === 0) return { kept: readable, refused };
  // Without the row: somebody asked for it to be nowhere.
  for (const place of erased) {
    const one = readable[place];
    if (!one) continue;
    refused.push(refusedRow({ ...one.row, cells: [] }, one.hasTime ? ERASED : UNDATED));
  }
  return { kept: readable.filter((_, place) => !erased.has(place)), refused };
}
