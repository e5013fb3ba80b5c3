/**
 * The embedded database, in a thread of its own: its queries would otherwise hold up every request (107 ms of
 * event-loop delay measured at the 99th percentile on the main thread, 16 to 32 ms from a worker).
 */
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

export interface ToWorker {
  id: number;
  /** Protocol bytes to run; null closes the database. */
  bytes: Uint8Array | null;
}
export type FromWorker =
  | { ready: true }
  | { id: number; bytes: Uint8Array<ArrayBuffer> }
  | { id: number; failed: string };

const port = parentPort;
if (!port) throw new Error('pglite-worker.ts runs in a worker thread only.');
const say = (message: FromWorker) =>
  port.postMessage(message, 'bytes' in message ? [message.bytes.buffer] : []);

const database = await PGlite.create(String(workerData.dir));
say({ ready: true });

// One after the other: PGlite has one session, and the order of arrival is the order of effect.
let tail: Promise<void> = Promise.resolve();
port.on('message', ({ id, bytes }: ToWorker) => {
  tail = tail.then(() => answer(id, bytes));
});

async function answer(id: number, bytes: Uint8Array | null): Promise<void> {
  try {
    if (bytes) say({ id, bytes: await exchange(bytes) });
    else {
      await database.close();
      say({ id, bytes: new Uint8Array() });
    }
  } catch (error) {
    say({ id, failed: error instanceof Error ? error.message : String(error) });
  }
}

/**
 * `execProtocolRaw` also reads each answer and keeps what it read for as long as the database runs (1 KB a statement,
 * measured on 0.5.16): the streaming way hands over the bytes and keeps nothing.
 */
async function exchange(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  // What is handed over is a view of the database's own memory, which the next statement writes over.
  const onRawData = (part: Uint8Array) => parts.push(new Uint8Array(part));
  await database.execProtocolRawStream(bytes, { onRawData });
  const [only, ...others] = parts;
  return only && others.length === 0 ? only : joined(parts);
}

/** In memory of its own: a small `Buffer` lies in a pool, which would go to the other thread with it. */
function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
