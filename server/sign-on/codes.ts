/** The code between the two halves of a sign-on: made for a seat, changed once for a token by whoever knows the verifier. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { PairAnswer } from '../../lib/contract/access.ts';
import { hashed, newSecret } from '../access/codes.ts';
import { connected } from '../access/join.ts';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import { lockWorkspace } from '../definitions/lock.ts';
import type { Store } from '../http/context.ts';
import type { Seat } from './admit.ts';

const SECONDS = 60;
/** When there are several workspaces, somebody reads first. */
const SECONDS_TO_CHOOSE = 180;

/** @returns one code for each seat, in their order */
export async function codesFor(
  store: Store,
  seats: readonly Seat[],
  { redirect_uri, challenge }: { redirect_uri: string; challenge: string },
): Promise<string[]> {
  const seconds = seats.length === 1 ? SECONDS : SECONDS_TO_CHOOSE;
  const made = seats.map((seat) => ({ seat, code: newSecret(store) }));
  await store.db
    .insertInto('sign_on_code')
    .values(
      made.map(({ seat: { ws_id, member_id }, code }) => ({
        code_hash: hashed(code),
        ws_id,
        member_id,
        redirect_uri,
        challenge,
        expires_at: new Date(store.now() + seconds * 1000),
      })),
    )
    .execute();
  return made.map(({ code }) => code);
}

export interface Exchange {
  code: string;
  redirect_uri: string;
  code_verifier: string;
  label: string;
}

/** @returns the token; null when the code is not good, or no longer */
export async function exchanged(store: Store, asked: Exchange): Promise<PairAnswer | null> {
  const code_hash = hashed(asked.code);
  const now = new Date(store.now());
  return inTransaction(store.db, async (tx) => {
    const row = await tx
      .updateTable('sign_on_code')
      .set({ used_at: now })
      .where('code_hash', '=', code_hash)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .returning(['ws_id', 'member_id', 'redirect_uri', 'challenge'])
      .executeTakeFirst();
    if (!row) {
      await endStolen(tx, code_hash, now);
      return null;
    }
    // Used up all the same: whoever has the code and not the verifier is not the extension.
    if (row.redirect_uri !== asked.redirect_uri) return null;
    if (!isAnswerTo(row.challenge, asked.code_verifier)) return null;
    await lockWorkspace(tx, row.ws_id);
    const answer = await connected(tx, store, { ...row, label: asked.label });
    if (!answer) return null;
    await tx
      .updateTable('sign_on_code')
      .set({ token_hash: hashed(answer.token) })
      .where('code_hash', '=', code_hash)
      .execute();
    return answer;
  });
}

/** A code that comes a second time was seen by somebody else; which of the two has the token, nobody can tell. */
async function endStolen(tx: Db, codeHash: string, now: Date): Promise<void> {
  const used = await tx
    .selectFrom('sign_on_code')
    .where('code_hash', '=', codeHash)
    .select('token_hash')
    .executeTakeFirst();
  if (!used?.token_hash) return;
  await tx
    .updateTable('device')
    .set({ revoked_at: now })
    .where('token_hash', '=', used.token_hash)
    .where('revoked_at', 'is', null)
    .execute();
}

function isAnswerTo(challenge: string, verifier: string): boolean {
  const digest = createHash('sha256').update(verifier).digest();
  const expected = Buffer.from(challenge, 'base64url');
  return expected.length === digest.length && timingSafeEqual(expected, digest);
}
