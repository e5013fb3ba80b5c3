/**
 * server/imports: files of people, activities and outcomes.
 *
 * In: exports of HubSpot, Marketo, Mailchimp and Salesforce, archives of Segment messages, any table with a mapping. Out: the
 * same messages as from every other door, each row of the file once, and the rows that cannot be kept, with the reason. A
 * file is kept as text in pieces (`chunks.ts`), read through without writing (`trial.ts`), and on somebody's word written in
 * batches (`write.ts`), each of which leaves the job at a place from which any process can go on.
 *
 * This file: the part of the background work that does it.
 */
import { setTimeout } from 'node:timers/promises';
import type { Db } from '../db/database.ts';
import type { Store } from '../http/context.ts';
import { giveUpLease, holdLease, type Lease } from '../work/lease.ts';
import { partOf, type Turn } from '../work/turn.ts';
import type { Place, Row } from './csv.ts';
import { forgetOld } from './forget.ts';
import { changeJob, failure, type Job, jobOf, keyOf } from './jobs.ts';
import { FileProblem } from './problem.ts';
import { beginningOf, readerOf, rowsFrom } from './rows.ts';
import { trySome } from './trial.ts';
import { writeRows } from './write.ts';

const LEASE_MS = 60_000;
const RENEW_MS = 10_000;
/** A batch that takes longer than this is made smaller: on the embedded database others wait for parts of it. */
const AIM_MS = 400;
const FEWEST = 100;
const MOST = 1_000;
/** So often in a row a file may fail for no fault of its own. */
const MOST_FAILURES = 5;
const LOOK_MS = 500;
const FORGET_EVERY_MS = 3_600_000;

/** What a process remembers of its own work. */
interface Own {
  holder: string;
  size: number;
  failures: Map<string, number>;
  forgot: Map<string, number>;
}

const owns = new WeakMap<Db, Own>();

function ownOf(store: Store): Own {
  const known = owns.get(store.db);
  if (known) return known;
  const own = { holder: store.newId(), size: 250, failures: new Map(), forgot: new Map() };
  owns.set(store.db, own);
  return own;
}

/** Goes on with every file of this team, each for its share of the turn. */
export async function importAll(store: Store, wsId: string, turn: Turn): Promise<void> {
  const { forgot } = ownOf(store);
  if (store.now() - (forgot.get(wsId) ?? Number.NEGATIVE_INFINITY) > FORGET_EVERY_MS) {
    forgot.set(wsId, store.now());
    await forgetOld(store, wsId);
  }
  const jobs = await waitingIn(store.db, wsId);
  for (const [n, job] of jobs.entries()) {
    if (!(await turn.mayGoOn())) return;
    await goOn(store, job, partOf(turn, turn.leftMs() / (jobs.length - n)));
  }
}

function waitingIn(db: Db, wsId: string): Promise<Job[]> {
  return db
    .selectFrom('import_job')
    .where('ws_id', '=', wsId)
    .where('state', 'in', ['receiving', 'waiting', 'running'])
    .where('received_at', 'is not', null)
    .selectAll()
    .orderBy('started_at')
    .orderBy('import_id')
    .execute();
}

/** Does as much of this file as the turn allows. Nothing when another process is at it. */
export async function goOn(store: Store, job: Job, turn: Turn): Promise<void> {
  const { holder, failures } = ownOf(store);
  const lease = { name: `import:${job.import_id}`, holder };
  if (!(await holdLease(store.db, lease, LEASE_MS))) return;
  try {
    const own = holding(store.db, turn, lease);
    if (job.state === 'receiving') await trySome(store, job, own);
    else await writeSome(store, job, own);
    failures.delete(job.import_id);
  } catch (error) {
    await failed(store, job, error);
  } finally {
    await giveUpLease(store.db, lease);
  }
}

function holding(db: Db, turn: Turn, lease: Lease): Turn {
  let renewAt = performance.now() + RENEW_MS;
  return {
    leftMs: turn.leftMs,
    mayGoOn: async () => {
      if (!(await turn.mayGoOn())) return false;
      if (performance.now() < renewAt) return true;
      renewAt = performance.now() + RENEW_MS;
      return holdLease(db, lease, LEASE_MS);
    },
  };
}

/** What is wrong with the file ends it; anything else is tried again, but not for ever. */
async function failed(store: Store, job: Job, error: unknown): Promise<void> {
  if (store.stopping.aborted) return;
  const { failures } = ownOf(store);
  const key = keyOf(job);
  const states = ['receiving', 'waiting', 'running'] as const;
  if (error instanceof FileProblem) {
    await changeJob(store.db, key, states, failure(store.now(), error.message));
    return;
  }
  store.log.error({ err: error, importId: job.import_id }, 'an import could not go on');
  const times = (failures.get(job.import_id) ?? 0) + 1;
  failures.set(job.import_id, times);
  if (times < MOST_FAILURES) return;
  failures.delete(job.import_id);
  const why =
    'The store made a mistake with it. Start it again to go on where it was; if it stays, whoever runs the store finds the cause in its log.';
  await changeJob(store.db, key, states, failure(store.now(), why));
}

async function writeSome(store: Store, waiting: Job, turn: Turn): Promise<void> {
  const { db } = store;
  const states = ['waiting', 'running'] as const;
  const started = await changeJob(db, keyOf(waiting), states, { state: 'running' });
  if (!started) return;
  const order = started.date_order ?? started.mapping?.dates ?? 'none';
  const reader = readerOf(started, order);
  let job: Job | null = started;
  for await (const rows of batches(store, started, await placeOf(store, started))) {
    job = await writeRows(store, job, rows, reader);
    if (job?.state !== 'running' || !(await turn.mayGoOn())) return;
  }
  await changeJob(db, keyOf(job), ['running'], {
    state: 'done',
    position: job.total,
    finished_at: new Date(store.now()),
  });
}

async function placeOf(store: Store, job: Job): Promise<Place> {
  if (job.position > 0) return { position: job.position, rowNo: job.row_no };
  return (await beginningOf(store.db, job)).start;
}

/** Rows in batches whose size follows from how long they take; one that was announced ends where it was said to. */
async function* batches(store: Store, job: Job, start: Place): AsyncGenerator<Row[]> {
  const own = ownOf(store);
  let until = job.pending?.position ?? null;
  let held: Row[] = [];
  for await (const rows of rowsFrom(store.db, job, start)) {
    held = held.length === 0 ? rows : [...held, ...rows];
    for (;;) {
      const count = until === null ? own.size : held.findIndex(({ end }) => end === until) + 1;
      if (count === 0 && (held.at(-1)?.end ?? 0) > (until ?? 0)) {
        throw new FileProblem('The file is not as it was when this began. Send it again.');
      }
      if (count === 0 || held.length < count) break;
      const began = performance.now();
      yield held.slice(0, count);
      if (until === null) adapt(own, performance.now() - began);
      until = null;
      held = held.slice(count);
    }
  }
  if (held.length > 0) yield held;
}

function adapt(own: Own, tookMs: number): void {
  if (tookMs > AIM_MS * 1.5) own.size = Math.max(FEWEST, Math.floor(own.size / 2));
  else if (tookMs < AIM_MS / 2) own.size = Math.min(MOST, own.size * 2);
}

/** Does all that is left of it, for as long as it takes: for whoever waits. @returns the job as it is then; null when gone */
export async function finish(
  store: Store,
  job: Job,
  mayGoOn: () => Promise<boolean>,
): Promise<Job | null> {
  const turn: Turn = { leftMs: () => Number.POSITIVE_INFINITY, mayGoOn };
  let now: Job | null = job;
  while (now && ['receiving', 'waiting', 'running'].includes(now.state) && (await mayGoOn())) {
    const before: Job = now;
    await goOn(store, now, turn);
    now = await jobOf(store.db, keyOf(job));
    // Another process is at it; this one looks on.
    if (now?.state === before.state && now.position === before.position) await setTimeout(LOOK_MS);
  }
  return now;
}
