/** The drill of the embedded database: through the store that runs on it, or at rest. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { askRunning } from '../control/ask.ts';
import { type Database, type DatabaseOptions, type Db, openDatabase } from '../db/database.ts';
import { holderOf } from '../db/pid-lock.ts';
import { examine } from '../doctor/database.ts';
import type { Finding } from '../doctor/finding.ts';
import type { Env } from '../env.ts';
import { type Counts, counts, countsIn } from './counts.ts';
import type { Drilled } from './drill.ts';
import { copyOf, packed, writeWhole } from './make.ts';
import { restore } from './restore.ts';

/** @param folder empty; the backup and the copy are made in it */
export function drilledHere(env: Env, folder: string): Drilled {
  const file = join(folder, 'drill.tar.gz');
  const copyIn = join(folder, 'copy');
  const steps = holderOf(env.dataDir) === null ? atRest(env.dataDir) : ofRunning(env.dataDir);
  return {
    counts: steps.counts,
    backUp: async () => writeWhole(await steps.backup(), file),
    restore: async () => {
      await steps.close();
      const restored = await restore(file, copyIn, false, Date.now());
      if (!restored.ok) throw new Error(`${restored.problem.title}. ${restored.problem.detail}`);
    },
    look: () =>
      withOpen(embedded(copyIn), async ({ db }) => ({
        counts: await countsIn(db),
        found: await ofCopy(db, env),
      })),
  };
}

const embedded = (dataDir: string): DatabaseOptions => ({
  databaseUrl: null,
  dataDir,
  migrate: false,
  onError: () => {},
});

/** @returns what the doctor says of a copy by itself; where it lies is no matter */
export async function ofCopy(db: Db, env: Env): Promise<Finding[]> {
  const all = await examine(db, { ...env, publicUrl: null, signOn: null }, fetch);
  return all.filter(({ what }) => ['tables', 'sealed secrets'].includes(what));
}

interface Origin {
  counts: () => Promise<Counts>;
  backup: () => Promise<Readable>;
  close: () => Promise<void>;
}

function ofRunning(dataDir: string): Origin {
  return {
    counts: () => countsOfRunning(dataDir),
    backup: () => fromRunning(dataDir, '/backup'),
    close: async () => {},
  };
}

/** Opened once for all that is asked of it, and closed before the copy is opened: two take twice the memory. */
function atRest(dataDir: string): Origin {
  let open: Database | null = null;
  const database = async () => {
    open ??= await opened(embedded(dataDir));
    return open;
  };
  return {
    counts: async () => countsIn((await database()).db),
    backup: async () => {
      const copy = await copyOf({ dataDir, pool: (await database()).pool, now: Date.now });
      return packed(copy, Date.now());
    },
    close: async () => open?.close(),
  };
}

async function countsOfRunning(dataDir: string): Promise<Counts> {
  return counts.parse(JSON.parse(await text(await fromRunning(dataDir, '/counts'))));
}

async function fromRunning(dataDir: string, path: string) {
  const answer = await askRunning(dataDir, path);
  if (answer) return answer;
  throw new Error(
    `the data folder is in use by ${holderOf(dataDir) ?? 'another process'}, which does not answer`,
  );
}

async function opened(options: DatabaseOptions): Promise<Database> {
  const { databaseUrl, dataDir } = options;
  if (databaseUrl === null && !existsSync(join(dataDir, 'pg'))) {
    throw new Error(`there is no database in ${dataDir}`);
  }
  const found = await openDatabase(options);
  if (!found.ok) throw new Error(`${found.problem.title}. ${found.problem.detail}`);
  return found.value;
}

/** Opens, works, and closes whatever happens; the tables stay as they are. */
export async function withOpen<T>(
  options: DatabaseOptions,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await opened(options);
  return work(database).finally(database.close);
}
