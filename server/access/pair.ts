/** `POST /api/pair`: a one-time code becomes a member and a token for this device. */
import type { Transaction } from 'kysely';
import { type PairAnswer, pairAnswer, pairRequest } from '../../lib/contract/access.ts';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import { inTransaction } from '../db/retry.ts';
import type { Schema } from '../db/schema.ts';
import type { Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { countAttempt } from './attempts.ts';
import { hashed, newSecret } from './codes.ts';

export const pairRoute = route({
  method: 'POST',
  path: '/api/pair',
  role: 'nobody',
  input: pairRequest,
  answer: pairAnswer,
  handle: async ({ store, input, context }) => {
    const attempt = await countAttempt(store, store.addressOf(context));
    if (!attempt.ok) return attempt;
    const paired = await pair(store, input.code, input.label);
    if (paired.ok) await attempt.value();
    return paired;
  },
});

/** A code is good once: using it up and making the member happen together or not at all. */
async function pair(store: Store, code: string, label: string): Promise<Result<PairAnswer>> {
  const token = newSecret(store);
  const created_at = new Date(store.now());
  return inTransaction(store.db, async (tx) => {
    const invite = await useInvite(tx, hashed(code), created_at);
    if (!invite) return noSuchCode();
    const { ws_id, name, email, role } = invite;
    const member_id = (await sameMember(tx, ws_id, email)) ?? store.newId();
    await tx
      .insertInto('member')
      .values({ ws_id, member_id, name, email, role, created_at })
      .onConflict((conflict) =>
        conflict.columns(['ws_id', 'member_id']).doUpdateSet({ name, role }),
      )
      .execute();
    await tx
      .insertInto('device')
      .values({ token_hash: hashed(token), ws_id, member_id, label, created_at })
      .execute();
    const workspace = await tx
      .selectFrom('workspace')
      .where('ws_id', '=', ws_id)
      .select(['ws_id as id', 'name'])
      .executeTakeFirstOrThrow();
    return done({ token, member: { memberId: member_id, name, email, role, workspace } });
  });
}

/**
 * An invite with the address of somebody who is here already is for that person's next browser, or for one that was
 * let go: what they said stays theirs, and what they had not sent yet is still sent as them.
 */
async function sameMember(
  tx: Transaction<Schema>,
  wsId: string,
  email: string | null,
): Promise<string | null> {
  if (email === null) return null;
  const member = await tx
    .selectFrom('member')
    .where('ws_id', '=', wsId)
    .where('email', '=', email)
    .select('member_id')
    .orderBy('created_at')
    .executeTakeFirst();
  return member?.member_id ?? null;
}

async function useInvite(tx: Transaction<Schema>, code_hash: string, now: Date) {
  const invite = await tx
    .updateTable('invite')
    .set({ used_at: now })
    .where('code_hash', '=', code_hash)
    .where('used_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .returning(['ws_id', 'name', 'email', 'role', 'setup'])
    .executeTakeFirst();
  if (!invite?.setup) return invite;
  // Several setup codes may be about (one per start); the lock lets only the first of them in.
  await tx
    .selectFrom('workspace')
    .where('ws_id', '=', invite.ws_id)
    .select('ws_id')
    .forUpdate()
    .execute();
  const member = await tx
    .selectFrom('member')
    .where('ws_id', '=', invite.ws_id)
    .select('member_id')
    .executeTakeFirst();
  return member ? undefined : invite;
}

function noSuchCode(): Result<never> {
  return failed(
    'not-found',
    'This code is not good',
    'Check it for typing errors. A code works once and for ten minutes, so ask for a new one if in doubt.',
  );
}
