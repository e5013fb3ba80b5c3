/** `POST /api/pair`: a one-time code, or what an invitation link carries, becomes a member and a token for this device. */
import { type PairAnswer, pairAnswer, pairRequest } from '../../lib/contract/access.ts';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import type { Role } from '../../lib/contract/words.ts';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import { lockWorkspace } from '../definitions/lock.ts';
import type { Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { hasAdmin, isLastAdmin } from './admins.ts';
import { countAttempt } from './attempts.ts';
import { hashed } from './codes.ts';
import { type Before, connected, joined } from './join.ts';

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
  return inTransaction(store.db, async (tx) => {
    const invite = await useInvite(tx, hashed(code), new Date(store.now()));
    if (!invite) return noSuchCode();
    const { ws_id, name, email } = invite;
    const before = await memberWith(tx, ws_id, email);
    const role = await roleFor(tx, ws_id, invite.role, before);
    const person = { ws_id, name, email, role, via: 'invite' as const };
    const member_id = await joined(tx, store, person, before);
    const answer = await connected(tx, store, { ws_id, member_id, label });
    if (!answer) throw new Error('Somebody who has just come in is not there.');
    return done(answer);
  });
}

/**
 * An invite with the address of somebody who is here already is for that person's next browser, or for one that was
 * let go: what they said stays theirs, and what they had not sent yet is still sent as them.
 */
async function memberWith(tx: Db, wsId: string, email: string | null): Promise<Before | null> {
  if (email === null) return null;
  const member = await tx
    .selectFrom('member')
    .where('ws_id', '=', wsId)
    .where('email', '=', email)
    .select(['member_id', 'role', 'removed_at'])
    .orderBy('created_at')
    .executeTakeFirst();
  return member ?? null;
}

/** The last admin stays one, whatever an old invitation says. */
async function roleFor(tx: Db, wsId: string, invited: Role, before: Before | null): Promise<Role> {
  const stays = before !== null && (await isLastAdmin(tx, wsId, before.member_id));
  return stays ? 'admin' : invited;
}

async function useInvite(tx: Db, code_hash: string, now: Date) {
  const invite = await tx
    .updateTable('invite')
    .set({ used_at: now })
    .where('code_hash', '=', code_hash)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .returning(['ws_id', 'name', 'email', 'role', 'setup'])
    .executeTakeFirst();
  if (!invite) return undefined;
  // Whoever comes in, changes or goes is one after the other. Several setup codes may be about (one per start); this lets
  // only the first of them in.
  await lockWorkspace(tx, invite.ws_id);
  return invite.setup && (await hasAdmin(tx, invite.ws_id)) ? undefined : invite;
}

function noSuchCode(): Result<never> {
  return failed(
    'not-found',
    'This code is not good',
    'Check it for typing errors. A code works once and for ten minutes, a link once and for a week, so ask for a new one if in doubt.',
  );
}
