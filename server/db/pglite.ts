/** The embedded engine: a folder, its lock, a worker with PGlite, and a pool that speaks to it. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type pg from 'pg';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import type { Exchange } from './pglite-stream.ts';
import { PgliteStream } from './pglite-stream.ts';
import type { FromWorker, ToWorker } from './pglite-worker.ts';
import { lockFolder } from './pid-lock.ts';
import { createPool } from './pool.ts';

export interface Embedded {
  pool: pg.Pool;
  /** To be called after the pool has ended. */
  close: () => Promise<void>;
}

/**
 * @param dataDir made if missing; the database is its folder `pg`
 * @param onDeath told when the database stops by itself; nothing works after that, so the process should end
 * @returns a pool of one connection; a `conflict` when another process has the folder, `store-error` when what lies there cannot be read
 */
export async function openPglite(
  dataDir: string,
  onDeath: (error: Error) => void,
): Promise<Result<Embedded>> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = lockFolder(dataDir);
  if (!lock.ok) return lock;
  try {
    const database = join(dataDir, 'pg');
    await prepare(dataDir, database);
    const opened = await open(database, onDeath);
    if (!opened.ok) {
      lock.value();
      return opened;
    }
    const running = opened.value;
    const pool = createPool(
      // One connection is all PGlite has. It stays open: nothing is gained by closing it.
      { max: 1, idleTimeoutMillis: 0, stream: () => new PgliteStream(running.exchange) as never },
      onDeath,
    );
    return done({
      pool,
      close: async () => {
        await running.stop();
        lock.value();
      },
    });
  } catch (error) {
    lock.value();
    throw error;
  }
}

/** An interrupted first start leaves a folder that no later start can use, so it happens elsewhere. */
async function prepare(dataDir: string, database: string): Promise<void> {
  if (existsSync(database)) return;
  const unfinished = join(dataDir, 'pg.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  const running = await start(unfinished, () => {});
  await running.stop();
  renameSync(unfinished, database);
}

/** A folder that is there and cannot be opened is nothing a setting mends, so it is said what does. */
async function open(
  database: string,
  onDeath: (error: Error) => void,
): Promise<Result<Awaited<ReturnType<typeof start>>>> {
  try {
    let isOpen = false;
    const running = await start(database, (error) => isOpen && onDeath(error));
    isOpen = true;
    return done(running);
  } catch (error) {
    const why =
      error instanceof Error ? error.message.replace(/\.? Build with.*/, '') : String(error);
    return failed(
      'store-error',
      `The database in ${database} cannot be opened`,
      `It says “${why}”: its files are damaged, or were written by a release this one cannot read. Nothing was changed. Bring back the last backup with \`npm run store -- restore --force FILE\`, which moves this folder aside; or move it away yourself to start empty.`,
    );
  }
}

async function start(dir: string, onDeath: (error: Error) => void) {
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), {
    workerData: { dir },
    // What the process was started with (loaders, watchers) is not meant for the database.
    execArgv: [],
  });
  const waiting = new Map<number, PromiseWithResolvers<Buffer>>();
  let last = 0;
  let stopping = false;
  const ready = Promise.withResolvers<void>();

  worker.on('message', (message: FromWorker) => {
    if ('ready' in message) return ready.resolve();
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if ('failed' in message) asked?.reject(new Error(message.failed));
    else asked?.resolve(Buffer.from(message.bytes.buffer));
  });
  const died = (error: Error) => {
    ready.reject(error);
    for (const asked of waiting.values()) asked.reject(error);
    waiting.clear();
    if (!stopping) onDeath(error);
  };
  worker.on('error', died);
  worker.on('exit', (code) => died(new Error(`The embedded database ended with code ${code}.`)));

  const ask = (bytes: Uint8Array | null): Promise<Buffer> => {
    const asked = Promise.withResolvers<Buffer>();
    // A small `Buffer` lies in a pool, which would go to the other thread as a whole.
    const own = bytes && new Uint8Array(bytes);
    const message: ToWorker = { id: ++last, bytes: own };
    waiting.set(message.id, asked);
    worker.postMessage(message, own ? [own.buffer] : []);
    return asked.promise;
  };
  await ready.promise;
  const exchange: Exchange = (messages) => ask(messages);
  return {
    exchange,
    stop: async () => {
      stopping = true;
      await ask(null);
      await worker.terminate();
    },
  };
}
