/** A database and the store on it: started, stopped, and opened by the benchmark itself in between. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Database, type Db, openDatabase } from '../../../server/db/database.ts';
import { createDatabase, startPostgres } from '../../server/support/postgres.ts';
import { enter, type StoreProcess, startStore } from '../../server/support/store-process.ts';
import { type Client, clientOf } from './client.ts';
import type { Engine } from './options.ts';

/** What anybody would set on a server with four gigabytes. Commits wait for the disk, as they do by default. */
export const SERVER_SETTINGS = ['shared_buffers=1GB', 'max_wal_size=4GB', 'max_connections=60'];
const CODE = '7K3MQX2P';

export interface Bench {
  engine: Engine;
  url: string | null;
  wsId: string;
  sourceId: string;
  /** Of the running store. */
  pid: () => number | null;
  /** Clients of the running store; asking for them starts it when it is not. */
  running: () => Promise<Clients>;
  /** The database without the store: the embedded one cannot be open twice, so there the store is stopped first. */
  direct: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  end: () => Promise<void>;
}

export interface Clients {
  /** As a sender of events. */
  sender: Client;
  /** As a member. */
  member: Client;
}

interface Place {
  env: Record<string, string>;
  open: () => Promise<Database>;
  remove: () => Promise<void>;
}

export async function openBench(
  engine: Engine,
  connections: number,
  extra: Record<string, string> = {},
): Promise<Bench> {
  const place = engine === 'postgres' ? await onServer(connections) : await inFolder();
  let store: StoreProcess | null = null;
  const start = async () => {
    // One sender and one reader do here what a whole company does in a day.
    store ??= await startStore({
      TRUCE_LIMITS: 'off',
      ...place.env,
      ...extra,
      TRUCE_SETUP_CODE: CODE,
      TRUCE_LOG_LEVEL: 'warn',
    });
    return store;
  };
  const { token, writeKey } = await enter((await start()).url, CODE);
  const basic = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
  let clients: Clients | null = null;
  const stop = async () => {
    clients?.sender.close();
    clients?.member.close();
    clients = null;
    await store?.end('SIGTERM');
    store = null;
  };
  const direct: Bench['direct'] = async (work) => {
    if (engine === 'pglite') await stop();
    const { db, close } = await place.open();
    try {
      return await work(db);
    } finally {
      await close();
    }
  };
  const { ws_id, source_id } = await direct((db) =>
    db.selectFrom('source').select(['ws_id', 'source_id']).executeTakeFirstOrThrow(),
  );
  return {
    engine,
    url: place.env.DATABASE_URL ?? null,
    wsId: ws_id,
    sourceId: source_id,
    pid: () => store?.child.pid ?? null,
    running: async () => {
      const { url } = await start();
      clients ??= {
        sender: clientOf(url, basic, connections),
        member: clientOf(url, `Bearer ${token}`, connections),
      };
      return clients;
    },
    direct,
    end: async () => {
      await stop();
      await place.remove();
    },
  };
}

async function onServer(connections: number): Promise<Place> {
  const server = await startPostgres(SERVER_SETTINGS);
  const url = await createDatabase(server.url);
  return {
    env: { DATABASE_URL: url },
    open: () => opened({ databaseUrl: url, dataDir: '', connections }),
    remove: server.stop,
  };
}

async function inFolder(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'truce-bench-'));
  return {
    env: { TRUCE_DATA_DIR: folder },
    open: () => opened({ databaseUrl: null, dataDir: folder }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function opened(options: {
  databaseUrl: string | null;
  dataDir: string;
  connections?: number;
}): Promise<Database> {
  const result = await openDatabase({
    ...options,
    onError: (error) => console.error(error.message),
  });
  if (!result.ok) throw new Error(result.problem.detail);
  return result.value;
}

/**
 * What a server does by itself within minutes: the planner has to know how large the tables are, and what was loaded has to be
 * written out, which otherwise goes on beside the first minutes of what is measured.
 */
export async function settle(db: Db): Promise<void> {
  for (const table of ['event', 'lead', 'counter', 'identity']) {
    await sql`vacuum analyze ${sql.table(table)}`.execute(db);
  }
  await sql`checkpoint`.execute(db);
}
