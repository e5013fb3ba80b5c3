/** From a bearer token to the member behind it. The one place where roles are checked. */
import type { Context } from 'hono';
import { mayActAs, type Role } from '../../lib/contract/words.ts';
import type { Asker, Store } from '../http/context.ts';
import { problemError } from '../http/problems.ts';
import { languageAsked } from '../words/asked.ts';
import { hashed } from './codes.ts';
import { isIdle, noteSeen } from './seen.ts';

const PEOPLE: Record<Role, string> = { rep: 'members', marketer: 'marketers', admin: 'admins' };

/**
 * @param role the least that is asked for
 * @returns who asks; throws `not-signed-in` (401) or `not-allowed` (403)
 */
export async function askerOf(store: Store, context: Context, role: Role): Promise<Asker> {
  const [, token] =
    /^Bearer ([\w-]{20,200})$/i.exec(context.req.header('authorization') ?? '') ?? [];
  const asker = token ? await askerByToken(store, token) : null;
  if (!asker) {
    throw problemError(
      'not-signed-in',
      'This browser is not connected',
      'Sign in again in the options of Truce, or ask an admin for a pairing code and enter it there.',
    );
  }
  if (!mayActAs(asker.member.role, role)) {
    throw problemError(
      'not-allowed',
      `This is for ${PEOPLE[role]}`,
      `You are connected as a ${asker.member.role}. Ask an admin if you should be able to do this.`,
    );
  }
  return { ...asker, language: languageAsked(context) };
}

async function askerByToken(store: Store, token: string): Promise<Omit<Asker, 'language'> | null> {
  const token_hash = hashed(token);
  const row = await store.db
    .selectFrom('device')
    .innerJoin('member', (join) =>
      join
        .onRef('member.ws_id', '=', 'device.ws_id')
        .onRef('member.member_id', '=', 'device.member_id'),
    )
    .innerJoin('workspace', 'workspace.ws_id', 'device.ws_id')
    .where('device.token_hash', '=', token_hash)
    .where('device.revoked_at', 'is', null)
    .where('member.removed_at', 'is', null)
    .select([
      'device.device_id',
      'device.created_at',
      'device.seen_at',
      'member.member_id',
      'member.name',
      'member.email',
      'member.role',
      'workspace.ws_id',
      'workspace.name as workspace_name',
    ])
    .executeTakeFirst();
  if (!row || isIdle(store, row)) return null;
  await noteSeen(store, token_hash, row.seen_at);
  const member = {
    memberId: row.member_id,
    name: row.name,
    email: row.email,
    role: row.role,
    workspace: { id: row.ws_id, name: row.workspace_name },
  };
  return { member, wsId: row.ws_id, deviceId: row.device_id };
}
