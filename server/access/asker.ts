/** From a bearer token to the member behind it. The one place where roles are checked. */
import type { Context } from 'hono';
import type { Member } from '../../lib/contract/access.ts';
import { mayActAs, type Role } from '../../lib/contract/words.ts';
import type { Db } from '../db/database.ts';
import type { Asker, Store } from '../http/context.ts';
import { problemError } from '../http/problems.ts';
import { hashed } from './codes.ts';

const PEOPLE: Record<Role, string> = { rep: 'members', marketer: 'marketers', admin: 'admins' };

/**
 * @param role the least that is asked for
 * @returns who asks; throws `not-signed-in` (401) or `not-allowed` (403)
 */
export async function askerOf(store: Store, context: Context, role: Role): Promise<Asker> {
  const [, token] =
    /^Bearer ([\w-]{20,200})$/i.exec(context.req.header('authorization') ?? '') ?? [];
  const member = token ? await memberByToken(store.db, token) : null;
  if (!member) {
    throw problemError(
      'not-signed-in',
      'This browser is not connected',
      'Ask an admin for a pairing code and enter it in the options of Truce.',
    );
  }
  if (!mayActAs(member.role, role)) {
    throw problemError(
      'not-allowed',
      `This is for ${PEOPLE[role]}`,
      `You are connected as a ${member.role}. Ask an admin if you should be able to do this.`,
    );
  }
  return { member, wsId: member.workspace.id };
}

async function memberByToken(db: Db, token: string): Promise<Member | null> {
  const row = await db
    .selectFrom('device')
    .innerJoin('member', (join) =>
      join
        .onRef('member.ws_id', '=', 'device.ws_id')
        .onRef('member.member_id', '=', 'device.member_id'),
    )
    .innerJoin('workspace', 'workspace.ws_id', 'device.ws_id')
    .where('device.token_hash', '=', hashed(token))
    .where('device.revoked_at', 'is', null)
    .select([
      'member.member_id',
      'member.name',
      'member.email',
      'member.role',
      'workspace.ws_id',
      'workspace.name as workspace_name',
    ])
    .executeTakeFirst();
  if (!row) return null;
  return {
    memberId: row.member_id,
    name: row.name,
    email: row.email,
    role: row.role,
    workspace: { id: row.ws_id, name: row.workspace_name },
  };
}
