import { rm } from 'node:fs/promises';
import { expect, it, onTestFinished } from 'vitest';
import { type ImportJob, importJob } from '../../lib/contract/imports.ts';
import { openDatabase } from '../../server/db/database.ts';
import { isLong } from '../length.ts';
import { preparedFolder } from './support/engines.ts';
import { enter, type StoreProcess, startStore } from './support/store-process.ts';

const CODE = '7K3MQX2P';
/** At full length, with those of kill.test.ts, fifty; TRUCE_KILLS asks for more. */
const KILLS = Number(process.env.TRUCE_KILLS) || (isLong ? 20 : 6);
/** Enough that something is left to do after every one of them. */
const ROWS = KILLS * 800;
const PEOPLE = 3_000;
const START = Date.UTC(2026, 0, 5, 9);

/** Every fortieth row cannot be read; every hundredth is a repetition of the one before. */
function file(): string {
  const lines = Array.from({ length: ROWS }, (_, n) => {
    const at = isRepeated(n) ? n - 1 : n;
    const time = isBad(n) ? 'soon' : new Date(START + at * 1000).toISOString();
    return `p${at % PEOPLE}@acme.example,Content Downloaded,${time},Guide ${at}`;
  });
  return `Email,Event,Date,Note\n${lines.join('\n')}\n`;
}
const isBad = (n: number) => n % 40 === 39;
const isRepeated = (n: number) => n % 100 === 50;
const numbers = Array.from({ length: ROWS }, (_, n) => n);

it('brings every row once and counts it once, through kill after kill of the process that imports', async () => {
  const folder = await preparedFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const env = { TRUCE_DATA_DIR: folder, TRUCE_SETUP_CODE: CODE, TRUCE_LOG_LEVEL: 'error' };
  let store: StoreProcess = await startStore(env);
  onTestFinished(async () => void (await store.end('SIGKILL')));
  const { token } = await enter(store.url, CODE);
  const asked = async (path: string, body?: string): Promise<ImportJob> => {
    const answer = await fetch(store.url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return importJob.parse(await answer.json());
  };
  const until = async (path: string, isSo: (job: ImportJob) => boolean): Promise<ImportJob> => {
    for (;;) {
      const job = await asked(path);
      if (isSo(job) || job.state === 'failed') return job;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  const { importId } = await asked('/api/imports?name=x.csv', file());
  const path = `/api/imports/${importId}`;
  const tried = await until(path, ({ state }) => state === 'tried');
  const refused = numbers.filter(isBad).length;
  expect(tried.counts).toEqual({ rows: ROWS, accepted: ROWS - refused, duplicates: 0, refused });
  await asked(`${path}/start`, '{}');

  let seen = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    // As soon as one more batch is told, the next one is under way.
    const job = await until(path, ({ counts, state }) => counts.rows > seen || state === 'done');
    expect(job.state, `after ${kill} kills, ${job.problem}`).toBe('running');
    seen = job.counts.rows;
    await store.end('SIGKILL');
    store = await startStore(env);
  }
  const done = await until(path, ({ state }) => state === 'done');
  const repeated = numbers.filter((n) => isRepeated(n) && !isBad(n)).length;
  const accepted = ROWS - refused - repeated;
  expect(done).toMatchObject({ counts: { rows: ROWS, accepted, duplicates: repeated, refused } });
  expect(await store.end('SIGTERM')).toBe(0);

  const opened = await openDatabase({ databaseUrl: null, dataDir: folder, onError: () => {} });
  if (!opened.ok) throw new Error(opened.problem.detail);
  const { db, close } = opened.value;
  const count = ({ n }: { n: unknown }) => Number(n);
  const good = numbers.filter((n) => !isBad(n)).map((n) => (isRepeated(n) ? n - 1 : n));
  const people = new Set(good.map((n) => n % PEOPLE)).size;
  const all = (table: 'event' | 'lead' | 'import_refused') =>
    db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll().as('n'))
      .executeTakeFirstOrThrow()
      .then(count);
  // Every row of the file has a time of its own.
  const times = await db.selectFrom('event').select('at').distinct().execute();
  expect([await all('event'), times.length]).toEqual([accepted, accepted]);
  expect([await all('lead'), await all('import_refused')]).toEqual([people, refused]);
  await close();
}, 1_800_000);
