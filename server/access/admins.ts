/** A team always has somebody who can let people in. */
import { failed, type Result } from '../../lib/contract/problem.ts';
import type { Db } from '../db/database.ts';

/**
 * Two administrators who remove each other at once are one after the other only because the workspace is locked
 * (definitions/lock.ts); whoever asks must have done that.
 *
 * @returns whether nobody else is an administrator here
 */
export async function isLastAdmin(tx: Db, wsId: string, memberId: string): Promise<boolean> {
  const admins = await tx
    .selectFrom('member')
    .where('ws_id', '=', wsId)
    .where('role', '=', 'admin')
    .where('removed_at', 'is', null)
    .select('member_id')
    .execute();
  return admins.length === 1 && admins[0]?.member_id === memberId;
}

/** @returns whether anybody can let people into this workspace */
export async function hasAdmin(db: Db, wsId: string): Promise<boolean> {
  const admin = await db
    .selectFrom('member')
    .where('ws_id', '=', wsId)
    .where('role', '=', 'admin')
    .where('removed_at', 'is', null)
    .select('member_id')
    .executeTakeFirst();
  return admin !== undefined;
}

/** Why the last one stays. */
export function needsAnAdmin(): Result<never> {
  return failed(
    'conflict',
    'This is the last admin',
    'Make somebody else an admin first; without one, nobody could let people in.',
  );
}
