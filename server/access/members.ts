/** `PUT` and `DELETE /api/members/:memberId`, `DELETE /api/devices/:deviceId`: what administrators do about people. */
import * as z from 'zod/mini';
import { memberChange, team } from '../../lib/contract/people.ts';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import { uuid } from '../../lib/contract/text.ts';
import type { Role } from '../../lib/contract/words.ts';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import { lockWorkspace } from '../definitions/lock.ts';
import type { Asker, Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { isLastAdmin, needsAnAdmin } from './admins.ts';
import { writeDown } from './audit.ts';
import { deviceParams, revoked } from './devices.ts';
import { teamOf } from './team.ts';

const params = z.object({ memberId: uuid });

export const changeMemberRoute = route({
  method: 'PUT',
  path: '/api/members/:memberId',
  role: 'admin',
  params,
  input: memberChange,
  answer: team,
  handle: async ({ store, asker, params: { memberId }, input }) => {
    const changed = await inTransaction(store.db, (tx) =>
      changeRole(tx, store, asker, memberId, input.role),
    );
    return changed.ok ? done(await teamOf(store, asker)) : changed;
  },
});

export const removeMemberRoute = route({
  method: 'DELETE',
  path: '/api/members/:memberId',
  role: 'admin',
  params,
  answer: team,
  handle: async ({ store, asker, params: { memberId } }) => {
    const removed = await inTransaction(store.db, (tx) => remove(tx, store, asker, memberId));
    return removed.ok ? done(await teamOf(store, asker)) : removed;
  },
});

export const revokeDeviceRoute = route({
  method: 'DELETE',
  path: '/api/devices/:deviceId',
  role: 'admin',
  params: deviceParams,
  answer: team,
  handle: async ({ store, asker, params: { deviceId } }) => {
    const gone = await revoked(store, asker, deviceId, null);
    return gone.ok ? done(await teamOf(store, asker)) : gone;
  },
});

async function changeRole(
  tx: Db,
  store: Store,
  asker: Asker,
  memberId: string,
  role: Role,
): Promise<Result<null>> {
  const member = await locked(tx, asker.wsId, memberId);
  if (!member) return noSuchMember();
  if (member.role === role) return done(null);
  if (await isLastAdmin(tx, asker.wsId, memberId)) return needsAnAdmin();
  await tx
    .updateTable('member')
    .set({ role })
    .where('ws_id', '=', asker.wsId)
    .where('member_id', '=', memberId)
    .execute();
  await writeDown(tx, store, {
    wsId: asker.wsId,
    memberId: asker.member.memberId,
    action: 'member.role-changed',
    what: `${member.name} (${member.role}, now ${role})`,
  });
  return done(null);
}

/** The row stays for the name beside what they said; their tokens and what would let them in again end. */
async function remove(tx: Db, store: Store, asker: Asker, memberId: string): Promise<Result<null>> {
  const { wsId } = asker;
  const member = await locked(tx, wsId, memberId);
  if (!member) return noSuchMember();
  if (await isLastAdmin(tx, wsId, memberId)) return needsAnAdmin();
  const now = new Date(store.now());
  await tx
    .updateTable('member')
    .set({ removed_at: now })
    .where('ws_id', '=', wsId)
    .where('member_id', '=', memberId)
    .execute();
  await tx
    .updateTable('device')
    .set({ revoked_at: now })
    .where('ws_id', '=', wsId)
    .where('member_id', '=', memberId)
    .where('revoked_at', 'is', null)
    .execute();
  await tx
    .deleteFrom('watched')
    .where('ws_id', '=', wsId)
    .where('member_id', '=', memberId)
    .execute();
  if (member.email !== null) {
    await tx
      .updateTable('invite')
      .set({ revoked_at: now })
      .where('ws_id', '=', wsId)
      .where('email', '=', member.email)
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .execute();
  }
  await writeDown(tx, store, {
    wsId,
    memberId: asker.member.memberId,
    action: 'member.removed',
    what: `${member.name} (${member.role})`,
  });
  return done(null);
}

async function locked(tx: Db, wsId: string, memberId: string) {
  await lockWorkspace(tx, wsId);
  return tx
    .selectFrom('member')
    .where('ws_id', '=', wsId)
    .where('member_id', '=', memberId)
    .where('removed_at', 'is', null)
    .select(['name', 'email', 'role'])
    .executeTakeFirst();
}

function noSuchMember(): Result<never> {
  return failed(
    'not-found',
    'There is no such member',
    'Somebody else removed them already; load the page again to see who is in.',
  );
}
