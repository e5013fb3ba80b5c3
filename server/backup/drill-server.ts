/** The drill of a PostgreSQL server: pg_dump, and pg_restore into a database that is empty. */
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { Env } from '../env.ts';
import { countsIn } from './counts.ts';
import type { Drilled } from './drill.ts';
import { ofCopy, withOpen } from './drill-embedded.ts';
import { type Ended, runProgram } from './pg-program.ts';

/**
 * @param into the address of an empty database
 * @param folder where the dump is written
 * @param path where programs are
 */
export function drilledServer(
  env: Env,
  into: string,
  folder: string,
  path: string | undefined,
): Drilled {
  const file = join(folder, 'drill.dump');
  const from = env.databaseUrl ?? '';
  const on = <T>(databaseUrl: string, work: (db: Db) => Promise<T>) =>
    withOpen(
      { databaseUrl, dataDir: '', connections: 1, migrate: false, onError: () => {} },
      ({ db }) => work(db),
    );
  return {
    counts: async () => {
      // First of all, so that nothing is done for an address that will not do.
      await on(into, refuseFull);
      return on(from, countsIn);
    },
    backUp: async () => {
      const words = ['--format=custom', `--file=${file}`];
      succeeded('pg_dump', await runProgram('pg_dump', words, from, path));
    },
    restore: async () => {
      // Roles of the other server need not be here.
      const words = ['--no-owner', '--no-privileges', '--exit-on-error', file];
      succeeded('pg_restore', await runProgram('pg_restore', words, into, path));
    },
    look: () =>
      on(into, async (db) => ({
        counts: await countsIn(db),
        found: await ofCopy(db, env),
      })),
  };
}

async function refuseFull(db: Db): Promise<void> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(db);
  if ((rows[0]?.count ?? 0) > 0) {
    throw new Error('the database after --into has tables in it, and nothing is written over');
  }
}

function succeeded(program: string, { code, said }: Ended): void {
  if (code === 0) return;
  throw new Error(
    code === 'missing'
      ? `${program} is not installed here: install PostgreSQL’s client programs`
      : `${program} could not do it: ${said} (it has to be of the same version as the server, or a newer one)`,
  );
}
