/**
 * tests/server/support: the store for tests, on every engine it runs on.
 *
 * In: the name of an engine. Out: an open, migrated database that goes with the test file. Tests share it and stay
 * apart by their workspaces, which is also what keeps teams apart in one real store.
 */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, inject, onTestFinished } from 'vitest';
import type { Database, Db } from '../../../server/db/database.ts';
import { objectionsTo } from './portable.ts';
import { createDatabase, type TestPostgres } from './postgres.ts';
import { type Engine, startNamed } from './servers.ts';
import { statementsOf } from './statements.ts';
import { emptyFolder, opened, preparedDatabase, preparedFolder } from './template.ts';

export { ENGINES, type Engine, enginesFor } from './servers.ts';
export { preparedFolder } from './template.ts';

/** Opens the engine before the tests of this block and closes it after them. @returns a getter for the database */
export function useEngine(engine: Engine): () => Db {
  let database: Database | null = null;
  let cleanUp: () => Promise<void> = async () => {};
  beforeAll(async () => {
    const opened = engine === 'pglite' ? await openPglite() : await openPostgres(engine);
    database = opened.database;
    cleanUp = opened.cleanUp;
  });
  afterAll(async () => {
    const said = database ? statementsOf(database.db) : [];
    await database?.close();
    await cleanUp();
    // Whatever a file tests, every statement that was needed for it has to be one that could run anywhere.
    const wrong = said.flatMap((sql) => objectionsTo(sql).map((why) => `${why}: ${sql}`));
    expect(wrong).toEqual([]);
  });
  return () => {
    if (!database) throw new Error('The database is not open yet.');
    return database.db;
  };
}

export interface EmptyDatabase {
  /** How a store, or a command, finds it. */
  env: Record<string, string>;
  /** As it is: nothing is brought up to date by it. */
  open: () => Promise<Database>;
}

/** @returns a database without any tables, which goes with the test; the twin has no part in this */
export async function emptyDatabase(engine: Engine): Promise<EmptyDatabase> {
  if (engine !== 'pglite') {
    const databaseUrl = await createDatabase(inject('postgresUrl'));
    const where = { databaseUrl, dataDir: '', migrate: false };
    return { env: { DATABASE_URL: databaseUrl }, open: () => opened(where) };
  }
  const folder = await emptyFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const where = { databaseUrl: null, dataDir: folder, migrate: false };
  return { env: { TRUCE_DATA_DIR: folder }, open: () => opened(where) };
}

/** A server of its own for this file when the run does not provide one. */
export function usePostgres(): () => string {
  let url = inject('postgresUrl') ?? '';
  let own: TestPostgres | null = null;
  beforeAll(async () => {
    if (url) return;
    own = await startNamed();
    url = own.url;
  });
  afterAll(async () => own?.stop());
  return () => url;
}

async function openPglite() {
  const folder = await preparedFolder();
  const database = await opened({ databaseUrl: null, dataDir: folder });
  return { database, cleanUp: () => rm(folder, { recursive: true, force: true }) };
}

async function openPostgres(engine: Engine) {
  const provided = inject(engine === 'spread' ? 'spreadUrl' : 'postgresUrl');
  const own = provided ? null : await startNamed();
  const kind = engine === 'spread' ? 'spread' : 'postgres';
  const databaseUrl = await preparedDatabase(own?.url ?? provided, kind);
  const database = await opened({ databaseUrl, dataDir: '' });
  return { database, cleanUp: async () => own?.stop() };
}
