/**
 * A file of a million rows through a real store, on both engines: `npm run bench:import [-- --rows 200000 --engines postgres]`.
 * Sent over HTTP, tried, written, stopped in the middle, gone on with; ends with 1 when a count is wrong or the memory grew
 * beyond its limit.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import type { ImportJob } from '../../lib/contract/imports.ts';
import { bigImport, rightCounts, type Seen } from '../server/support/import-run.ts';
import { createDatabase, startPostgres } from '../server/support/postgres.ts';
import { enter, startStore } from '../server/support/store-process.ts';

const CODE = '7K3MQX2P';
/** Megabytes above the start. */
const MOST_MEMORY = 300;
const TELL_EVERY_MS = 10_000;

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    people: { type: 'string', default: '100000' },
    engines: { type: 'string', default: 'postgres,pglite' },
  },
});
const big = { rows: Number(values.rows), people: Number(values.people), ballast: 0 };
console.log(
  `Node ${process.version}, ${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)}; ${big.rows} rows about ${big.people} people.`,
);
let isRight = true;
for (const engine of values.engines.split(',')) {
  isRight = (await measured(engine)) && isRight;
}
process.exit(isRight ? 0 : 1);

async function measured(engine: string): Promise<boolean> {
  const place = engine === 'postgres' ? await onServer() : await inFolder();
  const env = { ...place.env, TRUCE_SETUP_CODE: CODE, TRUCE_LOG_LEVEL: 'warn' };
  const store = await startStore(env);
  try {
    const { token } = await enter(store.url, CODE);
    const seen = await bigImport(store, token, big, telling(engine));
    return told(engine, seen);
  } finally {
    await store.end('SIGTERM');
    await place.remove();
  }
}

async function onServer() {
  const server = await startPostgres();
  return { env: { DATABASE_URL: await createDatabase(server.url) }, remove: () => server.stop() };
}

async function inFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'truce-bench-'));
  return { env: { TRUCE_DATA_DIR: folder }, remove: () => rm(folder, { recursive: true }) };
}

function telling(engine: string): (what: string, job: ImportJob) => void {
  let last = 0;
  return (what, { done, total, counts }) => {
    const now = performance.now();
    if (now - last < TELL_EVERY_MS) return;
    last = now;
    const percent = ((100 * done) / Math.max(1, total)).toFixed(1);
    console.log(
      `  ${engine}: ${what} ${percent} %, ${counts.rows} rows, ${counts.refused} refused`,
    );
  };
}

function told(engine: string, { tried, stopped, done, took, memory }: Seen): boolean {
  const right = rightCounts(big);
  const isCounted = isDeepStrictEqual(done.counts, right) && tried.counts.refused === right.refused;
  const isFlat = memory === null || memory <= MOST_MEMORY;
  const rate = (seconds: number) => Math.round(big.rows / seconds);
  console.log(
    `${engine}: sent in ${took.sent.toFixed(1)} s, read in ${took.tried.toFixed(1)} s (${rate(took.tried)} rows/s), written at ${rate(took.written)} rows/s.
  Stopped at row ${stopped.counts.rows} and gone on. Counts ${JSON.stringify(done.counts)}: ${isCounted ? 'right' : `WRONG, should be ${JSON.stringify(right)}`}.
  About ${tried.people} people in it. Memory: ${memory === null ? 'not told here' : `${memory.toFixed(0)} MB above the start, ${isFlat ? 'within' : 'BEYOND'} ${MOST_MEMORY} MB`}. Load ${loadavg()[0]?.toFixed(1)}.`,
  );
  return isCounted && isFlat;
}
