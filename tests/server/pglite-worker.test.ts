/** The embedded database keeps nothing of what it has answered: a store runs for months. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';
import type { FromWorker, ToWorker } from '../../server/db/pglite-worker.ts';
import { preparedFolder } from './support/engines.ts';

const ANSWER = 1_000_000;
const STATEMENTS = 150;

it('has room for many long answers where less than half of them would fit', async () => {
  const folder = await preparedFolder();
  const worker = new Worker(new URL('../../server/db/pglite-worker.ts', import.meta.url), {
    workerData: { dir: join(folder, 'pg') },
    // Running out of it ends the thread, and the test with it.
    resourceLimits: { maxOldGenerationSizeMb: 64 },
    execArgv: [],
  });
  onTestFinished(async () => {
    await worker.terminate();
    await rm(folder, { recursive: true, force: true });
  });
  const ask = talkTo(worker);
  await ask(null);

  for (let n = 0; n < STATEMENTS; n++) {
    const answer = await ask(simple(`select repeat('x', ${ANSWER})`));
    expect(answer.length).toBeGreaterThan(ANSWER);
    expect(answer.at(-1)).toBe('I'.charCodeAt(0));
  }
});

/** @returns asks for one statement; with null waits for the first word of the thread */
function talkTo(worker: Worker): (bytes: Uint8Array | null) => Promise<Uint8Array> {
  let last = 0;
  return (bytes) =>
    new Promise((resolve, reject) => {
      worker.once('error', reject);
      worker.once('message', (message: FromWorker) => {
        worker.off('error', reject);
        if ('failed' in message) reject(new Error(message.failed));
        else resolve('bytes' in message ? message.bytes : new Uint8Array());
      });
      if (bytes) worker.postMessage({ id: ++last, bytes } satisfies ToWorker);
    });
}

/** A statement by the simple way of PostgreSQL's protocol: Q, length, text, zero. */
function simple(statement: string): Uint8Array {
  const bytes = Buffer.alloc(statement.length + 6);
  bytes.write('Q');
  bytes.writeInt32BE(statement.length + 5, 1);
  bytes.write(statement, 5);
  return bytes;
}
