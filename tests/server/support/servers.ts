/**
 * Which databases the tests run on.
 *
 * TRUCE_TEST_ENGINES: some of `pglite,postgres,spread`, the first two if not set. A whole `npm test` says `by-day`: PGlite and one
 * of the others, in turn, that one for half of the files; at full length (tests/length.ts) all.
 * TRUCE_TEST_POSTGRES: what stands behind `postgres`: `embedded` (npm's, if not set), `debian`, or the address of any
 * server whose user may create databases.
 * `spread` is the hash-partitioned twin (spread.ts), on Debian's server where there is one, so that two whole runs
 * see PGlite, the newest PostgreSQL and an older one.
 */
import { basename } from 'node:path';
import { isLong, today } from '../../length.ts';
import { debianPrograms, startDebian } from './debian.ts';
import { startPostgres, type TestPostgres } from './postgres.ts';

const ALL = ['pglite', 'postgres', 'spread'] as const;
export type Engine = (typeof ALL)[number];

const named = process.env.TRUCE_TEST_ENGINES || 'pglite,postgres';
const isByDay = named === 'by-day' && !isLong;
const byDay = isLong ? ALL : ['pglite', today % 2 === 0 ? 'postgres' : 'spread'];
const wanted = named === 'by-day' ? byDay : named.split(',');
export const ENGINES: readonly Engine[] = ALL.filter((engine) => wanted.includes(engine));

/**
 * @param file where the tests are: `import.meta.url`
 * @returns what they run on: all that is wanted; by days the second one for half of the files, so that within four days every
 * file has run on every database
 */
export function enginesFor(file: string): readonly Engine[] {
  const sum = [...basename(file)].reduce((all, letter) => all + letter.charCodeAt(0), 0);
  const isTheirTurn = (sum + Math.floor(today / 2)) % 2 === 0;
  return isByDay && !isTheirTurn ? ENGINES.slice(0, 1) : ENGINES;
}

/** @returns the server that TRUCE_TEST_POSTGRES names */
export async function startNamed(): Promise<TestPostgres> {
  const named = process.env.TRUCE_TEST_POSTGRES || 'embedded';
  if (named.startsWith('postgres')) {
    return { url: named.replace(/\/+$/, ''), stop: async () => {} };
  }
  if (named === 'embedded') return startPostgres();
  const programs = debianPrograms();
  if (programs === null) throw new Error('Debian’s PostgreSQL is not installed here.');
  return startDebian(programs);
}

/** @returns the servers of a whole run */
export async function startServers() {
  const postgres = await startNamed();
  const programs = debianPrograms();
  const isExtra = ENGINES.includes('spread') && programs !== null && !isDebian();
  const spread = isExtra ? await startDebian(programs) : null;
  return {
    postgresUrl: postgres.url,
    spreadUrl: spread?.url ?? postgres.url,
    stop: async () => {
      await postgres.stop();
      await spread?.stop();
    },
  };
}

function isDebian(): boolean {
  const named = process.env.TRUCE_TEST_POSTGRES ?? '';
  // A server that was named is the one meant, for its twin as well.
  return named !== '' && named !== 'embedded';
}
