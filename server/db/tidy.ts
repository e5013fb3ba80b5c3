/**
 * What a PostgreSQL server does by itself (autovacuum) and the embedded database does not: room of rows that are gone is
 * given back, and the planner learns how large tables have become. Without it everything gets slower by the week.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Db } from './database.ts';

const EVERY_MS = 5 * 60_000;
/** As autovacuum decides it by default: a fixed number of rows and a part of the table. */
const ROWS = 1000;
const PART_DEAD = 0.2;
const PART_CHANGED = 0.1;

/**
 * One table per statement, so that whoever reads meanwhile waits for one of them at most.
 *
 * @param mayGoOn asked before each
 * @returns the tables that were tidied
 */
export async function tidy(db: Db, mayGoOn: () => boolean = () => true): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_stat_user_tables
    where n_dead_tup > ${ROWS} + ${PART_DEAD}::float8 * n_live_tup
      or n_mod_since_analyze > ${ROWS} + ${PART_CHANGED}::float8 * n_live_tup
    order by relname`.execute(db);
  const tidied: string[] = [];
  for (const { name } of rows) {
    if (!mayGoOn()) break;
    await sql`vacuum (analyze) ${sql.table(name)}`.execute(db);
    tidied.push(name);
  }
  return tidied;
}

/** @returns what settles when the last round is over, once `stopping` has been aborted */
export async function keepTidy(db: Db, stopping: AbortSignal, log: Logger): Promise<void> {
  while (!stopping.aborted) {
    await tidy(db, () => !stopping.aborted).catch((err: unknown) => {
      if (!stopping.aborted) log.warn({ err }, 'the database could not be tidied');
    });
    await sleep(EVERY_MS, undefined, { signal: stopping, ref: false }).catch(() => {});
  }
}
