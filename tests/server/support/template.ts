/**
 * Databases that are made once and copied: making the embedded one takes a processor eight seconds, and two hundred files
 * and processes want one.
 *
 * In: the engine. Out: a folder or an address of its own for whoever asks, up to date or empty.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Database, type DatabaseOptions, openDatabase } from '../../../server/db/database.ts';
import { createDatabase } from './postgres.ts';
import { migrateSpread } from './spread.ts';

const SERVER = join(import.meta.dirname, '../../../server');
const ALREADY_THERE = '42P04';

/** @returns a folder with a prepared database, so that the store starts in a second or two instead of ten */
export const preparedFolder = (): Promise<string> => folderLike('prepared');

/** @returns a folder with a database that has no tables yet, as a start leaves it that was interrupted right then */
export const emptyFolder = (): Promise<string> => folderLike('empty');

/**
 * @param kind `spread` has its tables in partitions (spread.ts)
 * @returns the address of a database of its own on this server, its tables up to date
 */
export async function preparedDatabase(
  serverUrl: string,
  kind: 'postgres' | 'spread',
): Promise<string> {
  const template = `truce_${kind}_${versionOfTables()}`;
  const client = new pg.Client({ connectionString: `${serverUrl}/postgres` });
  await client.connect();
  try {
    const there = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (there.rowCount === 0) await makeTemplate(client, serverUrl, kind, template);
    return await createDatabase(serverUrl, template);
  } finally {
    await client.end();
  }
}

/** Opens it, and throws what the store would say where it cannot. */
export async function opened(where: Omit<DatabaseOptions, 'onError'>): Promise<Database> {
  const result = await openDatabase({
    ...where,
    onError: (error) => {
      throw error;
    },
  });
  if (!result.ok) throw new Error(result.problem.detail);
  return result.value;
}

/** Made beside and renamed, so that no run sees half of one; another file may have been quicker. */
async function makeTemplate(
  client: pg.Client,
  serverUrl: string,
  kind: 'postgres' | 'spread',
  template: string,
): Promise<void> {
  const beside = await createDatabase(serverUrl);
  if (kind === 'spread') await migrateSpread(beside);
  else await (await opened({ databaseUrl: beside, dataDir: '' })).close();
  const name = new URL(beside).pathname.slice(1);
  try {
    await client.query(`alter database ${name} rename to ${template}`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== ALREADY_THERE) throw error;
  }
}

async function folderLike(state: 'prepared' | 'empty'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `truce-${state}-`));
  await cp(join(await templateFolder(state), 'pg'), join(folder, 'pg'), { recursive: true });
  return folder;
}

/** Made once per version of the tables and kept; made beside and moved, so that no run sees half of one. */
async function templateFolder(state: 'prepared' | 'empty'): Promise<string> {
  const place = join(tmpdir(), `truce-template-${state}-${versionOfTables()}`);
  if (existsSync(place)) return place;
  const beside = await mkdtemp(join(tmpdir(), 'truce-template-'));
  if (state === 'prepared') {
    await cp(join(await templateFolder('empty'), 'pg'), join(beside, 'pg'), { recursive: true });
  }
  const isToMigrate = state === 'prepared';
  const database = await opened({ databaseUrl: null, dataDir: beside, migrate: isToMigrate });
  await database.close();
  await rename(beside, place).catch(() => rm(beside, { recursive: true, force: true }));
  return place;
}

/** Another one when a table, the way of cutting one up, or the database itself is another. */
function versionOfTables(): string {
  const files = [
    ...globSync(join(SERVER, 'db/migrations/*.ts')),
    join(SERVER, 'db/migrate.ts'),
    join(SERVER, '../package.json'),
    join(import.meta.dirname, 'spread.ts'),
    join(import.meta.dirname, 'tables.ts'),
  ];
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
