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
  | { id: number; bytes: Uint8Array }
  | { id: number; failed: string };

const port = parentPort;
if (!port) throw new Error('pglite-worker.ts runs in a worker thread only.');
const say = (message: FromWorker) => port.postMessage(message);

const database = await PGlite.create(String(workerData.dir));
say({ ready: true });

// One after the other: PGlite has one session, and the order of arrival is the order of effect.
let tail: Promise<void> = Promise.resolve();
port.on('message', ({ id, bytes }: ToWorker) => {
  tail = tail.then(() => answer(id, bytes));
});

async function answer(id: number, bytes: Uint8Array | null): Promise<void> {
  try {
    if (bytes) say({ id, bytes: await database.execProtocolRaw(bytes) });
    else {
      await database.close();
      say({ id, bytes: new Uint8Array() });
    }
  } catch (error) {
    say({ id, failed: error instanceof Error ? error.message : String(error) });
  }
}
