/** `GET /api/team`: who is in, with which browsers, and who is invited. */
import { type TeamAnswer, team } from '../../lib/contract/people.ts';
import { done } from '../../lib/contract/problem.ts';
import type { Asker, Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { devicesOf } from './devices.ts';

export const teamRoute = route({
  method: 'GET',
  path: '/api/team',
  role: 'admin',
  answer: team,
  handle: async ({ store, asker }) => done(await teamOf(store, asker)),
});

/** @returns the whole team, as whoever changes it gets it back */
export async function teamOf(store: Store, asker: Asker): Promise<TeamAnswer> {
  const [members, devices, invites] = await Promise.all([
    store.db
      .selectFrom('member')
      .where('ws_id', '=', asker.wsId)
      .where('removed_at', 'is', null)
      .select(['member_id', 'name', 'email', 'role', 'via', 'created_at'])
      .orderBy('created_at')
      .orderBy('member_id')
      .execute(),
    devicesOf(store, asker, null),
    openInvites(store, asker.wsId),
  ]);
  return {
    members: members.map((row) => ({
      memberId: row.member_id,
      name: row.name,
      email: row.email,
      role: row.role,
      createdAt: row.created_at.toISOString(),
      via: row.via ?? 'invite',
      devices: devices
        .filter(({ memberId }) => memberId === row.member_id)
        .map(({ device }) => device),
    })),
    invites,
  };
}

async function openInvites({ db, now }: Store, wsId: string): Promise<TeamAnswer['invites']> {
  const rows = await db
    .selectFrom('invite')
    .where('ws_id', '=', wsId)
    .where('setup', '=', false)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', new Date(now()))
    .select(['invite_id', 'name', 'email', 'role', 'kind', 'created_at', 'expires_at'])
    .orderBy('created_at')
    .orderBy('invite_id')
    .execute();
  return rows.flatMap(({ expires_at, ...row }) =>
    expires_at === null
      ? []
      : {
          inviteId: row.invite_id,
          name: row.name,
          email: row.email,
          role: row.role,
          kind: row.kind,
          createdAt: row.created_at.toISOString(),
          expiresAt: expires_at.toISOString(),
        },
  );
}
