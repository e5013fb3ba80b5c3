/** Transactions that may be run again: two requests at once must cost time, never a row. */
import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * serialization_failure, deadlock_detected, and unique_violation where `on conflict` does not reach; and prepared statements
 * that a session has lost, after which none are used (prepared.ts).
 */
const PASSING = new Set(['40001', '40P01', '23505', '26000', '42P05', '0A000']);
const ATTEMPTS = 6;

/**
 * @param work is run from the start each time, so it must read again what it decides by
 * @returns what `work` returns; throws its error when it is not a passing one, or does not pass
 */
export async function inTransaction<T>(
  db: Kysely<Schema>,
  work: (tx: Transaction<Schema>) => Promise<T>,
): Promise<T> {
  return retrying(() => db.transaction().execute(work));
}

/** As `inTransaction`, for work that opens its own transactions or needs none. */
export async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !isPassing(error)) throw error;
      // Full jitter: those who collided must not collide again.
      const wait = Math.random() * 10 * 2 ** attempt;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && PASSING.has(String(error.code));
}
