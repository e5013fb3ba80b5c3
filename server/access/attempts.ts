/** Guessing a pairing code has to be slow, however many processes and requests the guesser uses at once. */
import type { Result } from '../../lib/contract/problem.ts';
import { done, failed } from '../../lib/contract/problem.ts';
import type { Store } from '../http/context.ts';

/** Wrong codes of one address. */
const MOST = 10;
const WINDOW_MS = 10 * 60_000;

/**
 * Counts an attempt before it is looked at: counted afterwards, a thousand requests sent together would all find
 * the count at zero.
 *
 * @param who whose attempts are counted together: an address, with what is tried where that is not pairing
 * @returns a function to call when the code was good, which forgets the attempt; or `too-many-requests` (429)
 */
export async function countAttempt(
  store: Store,
  who: string,
  most: number = MOST,
): Promise<Result<() => Promise<void>>> {
  const { db } = store;
  const now = store.now();
  const attemptId = store.newId();
  // Everybody's old ones: nobody else would ever remove those of an address that does not come back.
  await db
    .deleteFrom('pair_attempt')
    .where('at', '<=', new Date(now - WINDOW_MS))
    .execute();
  await db
    .insertInto('pair_attempt')
    .values({ address: who, attempt_id: attemptId, at: new Date(now) })
    .execute();
  const forget = async () => {
    await db
      .deleteFrom('pair_attempt')
      .where('address', '=', who)
      .where('attempt_id', '=', attemptId)
      .execute();
  };
  const attempts = await db
    .selectFrom('pair_attempt')
    .where('address', '=', who)
    .select('at')
    .orderBy('at', 'desc')
    .limit(most + 1)
    .execute();
  if (attempts.length <= most) return done(forget);
  // One that was turned away does not count, or whoever keeps trying would never get in again.
  await forget();
  const oldest = attempts.at(-1)?.at.getTime() ?? now;
  const retryAfter = Math.max(1, Math.ceil((oldest + WINDOW_MS - now) / 1000));
  return failed(
    'too-many-requests',
    most === MOST ? 'Too many wrong codes' : 'Too many attempts',
    `Wait ${Math.ceil(retryAfter / 60)} minutes, then try again${most === MOST ? ' or ask for a new code' : ''}.`,
    { retryAfter },
  );
}
