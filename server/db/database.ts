/** Opens whichever database the settings name, and brings its tables up to date. */
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { done, type Result } from '../../lib/contract/problem.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './pglite.ts';
import { createPool } from './pool.ts';
import { preparing } from './prepared.ts';
import type { Schema } from './schema.ts';

export type Db = Kysely<Schema>;

export interface Database {
  db: Db;
  /** For what is not a statement of ours: how many wait, and backups. */
  pool: pg.Pool;
  close: () => Promise<void>;
}

export interface DatabaseOptions {
  /** A PostgreSQL server; null for the embedded one. */
  databaseUrl: string | null;
  /** Where the embedded one lives. */
  dataDir: string;
  /** Told when a connection dies in the background (`fatal: true` when there is no way on). */
  onError: (error: Error, fatal: boolean) => void;
  /** Connections to a server, at most. */
  connections?: number;
  /** `false`: the tables stay as they are, for whoever only looks. */
  migrate?: boolean;
}

/**
 * @returns the database, migrated; or a `conflict` when another process has the data folder,
 *   `store-error` when the embedded one cannot be read.
 *   Throws when the server cannot be reached or a migration fails.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Result<Database>> {
  if (options.databaseUrl !== null) {
    const config = {
      connectionString: options.databaseUrl,
      max: options.connections ?? 10,
      // Better an answer that says "later" than a request that hangs while the server is away.
      connectionTimeoutMillis: 10_000,
    };
    const pool = createPool(config, (error) => options.onError(error, false));
    return done(await ready(pool, async () => {}, options));
  }
  const embedded = await openPglite(options.dataDir, (error) => options.onError(error, true));
  if (!embedded.ok) return embedded;
  return done(await ready(embedded.value.pool, embedded.value.close, options));
}

async function ready(
  pool: pg.Pool,
  after: () => Promise<void>,
  options: DatabaseOptions,
): Promise<Database> {
  const db: Db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
  const close = async () => {
    await db.destroy();
    await after();
  };
  try {
    if (options.migrate ?? true) await migrate(db);
  } catch (error) {
    await close();
    throw error;
  }
  return { db, pool, close };
}
