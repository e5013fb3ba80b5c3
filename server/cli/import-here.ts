/** An import on the database itself, by this process. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { keyOf as sealKey, sealWith } from '../access/seal.ts';
import type { Db } from '../db/database.ts';
import { holderOf } from '../db/pid-lock.ts';
import type { Store } from '../http/context.ts';
import { forgetFile } from '../imports/forget.ts';
import { changeJob, type Job, jobOf, json, keyOf, shown } from '../imports/jobs.ts';
import { receive } from '../imports/receive.ts';
import { start } from '../imports/start.ts';
import { finish } from '../imports/work.ts';
import { makeStore } from '../store.ts';
import { dropLeases } from '../work/lease.ts';
import { EXIT } from './exit.ts';
import { bytesOf, type Wanted } from './import-file.ts';
import { Progress, toldEnd, toldTrial } from './import-words.ts';
import { type Io, say } from './io.ts';
import { settingsFor, withDatabase } from './open.ts';

export async function importHere(wanted: Wanted, io: Io): Promise<number> {
  const env = settingsFor(io);
  if (env === null) return EXIT.setting;
  const holder = env.databaseUrl === null ? holderOf(env.dataDir) : null;
  if (holder !== null) {
    say(
      io.err,
      `The data folder is in use by ${holder}. Import through that store, with --url and --token, or stop it first.`,
    );
    return EXIT.folderInUse;
  }
  return withDatabase(io, async ({ db }) => {
    const wsId = await workspaceOf(db, wanted.workspace, io);
    if (wsId === null) return EXIT.setting;
    if (env.databaseUrl === null) await dropLeases(db);
    const seal = sealWith(await sealKey(db, env.key));
    const store = makeStore({
      db,
      now: Date.now,
      newId: randomUUID,
      randomBytes,
      stopping: io.stopping,
      seal,
    });
    return work(store, wsId, wanted, io);
  });
}

async function work(store: Store, wsId: string, wanted: Wanted, io: Io): Promise<number> {
  const known = wanted.dryRun ? null : await unfinished(store, wsId, wanted);
  const job = known ?? (await tried(store, wsId, wanted, io));
  if (job === null) return EXIT.unexpected;
  if (known) {
    say(io.err, `Going on with ${wanted.name} at row ${known.row_no}.`);
  } else {
    if (io.stopping.aborted) return EXIT.unexpected;
    const code = toldTrial(shown(job), io);
    if (code !== EXIT.done || wanted.dryRun) return code;
  }
  const isUnderWay = job.state === 'waiting' || job.state === 'running';
  const started = isUnderWay ? job : await start(store, job, null);
  const end = started && (await watched(store, started, new Progress(io, 'written'), io));
  if (!end) return EXIT.unexpected;
  // Ctrl-C stops it; after a crash, the same command or a store that is started goes on by itself.
  const stopped = await changeJob(store.db, keyOf(end), ['waiting', 'running'], {
    state: 'stopped',
  });
  return toldEnd(shown(stopped ?? end), io);
}

/** The same file, begun and not ended: a command that was killed is given again. */
async function unfinished(store: Store, wsId: string, wanted: Wanted): Promise<Job | null> {
  const row = await store.db
    .selectFrom('import_job')
    .where('ws_id', '=', wsId)
    .where('file_name', '=', nameOf(wanted, await hashOf(wanted)))
    .where('state', 'in', ['waiting', 'running', 'stopped'])
    .where('received_at', 'is not', null)
    .selectAll()
    .executeTakeFirst();
  return row ?? null;
}

/** By its name alone a file is not known again: next month's has the same. */
function nameOf({ name }: Wanted, hash: string): string {
  return `${name} (${hash.slice(0, 8)})`;
}

async function hashOf(wanted: Wanted): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(wanted.as));
  for await (const bytes of bytesOf(wanted)) hash.update(bytes);
  return hash.digest('hex');
}

async function tried(store: Store, wsId: string, wanted: Wanted, io: Io): Promise<Job | null> {
  const fileName = nameOf(wanted, await hashOf(wanted));
  const file = { wsId, fileName, by: null };
  const job = await receive(store, file, bytesOf(wanted));
  const { as } = wanted;
  if (as && job.state === 'receiving') {
    const mapping = as.mapping && json(as.mapping);
    await changeJob(store.db, keyOf(job), ['receiving'], { mapping, format: as.format });
  }
  const now = await jobOf(store.db, keyOf(job));
  const end = now && (await watched(store, now, new Progress(io, 'read'), io));
  if (!wanted.dryRun && end?.state === 'tried') return end;
  // Nothing was begun, so nothing has to be gone on with.
  await forgetFile(store.db, keyOf(job));
  return end;
}

/** Says how far it is while it is being done. */
async function watched(store: Store, job: Job, progress: Progress, io: Io): Promise<Job | null> {
  return finish(store, job, async () => {
    const now = await jobOf(store.db, keyOf(job));
    if (now) progress.tell(shown(now));
    return !io.stopping.aborted;
  });
}

async function workspaceOf(db: Db, wanted: string | null, io: Io): Promise<string | null> {
  const all = await db.selectFrom('workspace').select(['ws_id', 'name']).execute();
  const fitting =
    wanted === null ? all : all.filter(({ ws_id, name }) => ws_id === wanted || name === wanted);
  if (fitting.length === 1) return fitting[0]?.ws_id ?? null;
  const names = all.map(({ name }) => `“${name}”`).join(', ');
  say(
    io.err,
    all.length === 0
      ? 'There is no workspace in this database. Start the store once first.'
      : `Say which workspace it is for with --workspace: ${names}.`,
  );
  return null;
}
