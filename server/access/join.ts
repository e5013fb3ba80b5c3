/** Letting somebody in, whichever way they came: the member, a token for their browser, and the line in the record. */
import type { PairAnswer } from '../../lib/contract/access.ts';
import type { Role } from '../../lib/contract/words.ts';
import type { Db } from '../db/database.ts';
import type { Store } from '../http/context.ts';
import { writeDown } from './audit.ts';
import { hashed, newSecret } from './codes.ts';

type Needs = Pick<Store, 'now' | 'newId' | 'randomBytes'>;

export interface Person {
  ws_id: string;
  name: string;
  email: string | null;
  role: Role;
  via: 'invite' | 'sign-on';
  iss?: string;
  sub?: string;
}

/** A member of before, whoever they are now. */
export interface Before {
  member_id: string;
  role: Role;
  removed_at: Date | null;
}

/**
 * Makes the member, or brings one of before up to date; who was removed is in again. The workspace must be locked.
 *
 * @returns their id
 */
export async function joined(
  tx: Db,
  needs: Needs,
  person: Person,
  before: Before | null,
): Promise<string> {
  const { ws_id, name, email, role, ...how } = person;
  const member_id = before?.member_id ?? needs.newId();
  if (before) {
    await tx
      .updateTable('member')
      .set({ name, email, role, removed_at: null, ...how })
      .where('ws_id', '=', ws_id)
      .where('member_id', '=', member_id)
      .execute();
  } else {
    await tx
      .insertInto('member')
      .values({ ws_id, member_id, name, email, role, created_at: new Date(needs.now()), ...how })
      .execute();
  }
  const deed = { wsId: ws_id, memberId: member_id };
  if (!before || before.removed_at) {
    await writeDown(tx, needs, { ...deed, action: 'member.joined', what: `${name} (${role})` });
  } else if (before.role !== role) {
    const what = `${name} (${before.role}, now ${role})`;
    await writeDown(tx, needs, { ...deed, action: 'member.role-changed', what });
  }
  return member_id;
}

/** @returns the token of one more browser of this member, and who they are; null when they are gone meanwhile */
export async function connected(
  tx: Db,
  needs: Needs,
  { ws_id, member_id, label }: { ws_id: string; member_id: string; label: string },
): Promise<PairAnswer | null> {
  const row = await tx
    .selectFrom('member')
    .innerJoin('workspace', 'workspace.ws_id', 'member.ws_id')
    .where('member.ws_id', '=', ws_id)
    .where('member.member_id', '=', member_id)
    .where('member.removed_at', 'is', null)
    .select(['member.name', 'member.email', 'member.role', 'workspace.name as workspace_name'])
    .executeTakeFirst();
  if (!row) return null;
  const token = newSecret(needs);
  await tx
    .insertInto('device')
    .values({
      token_hash: hashed(token),
      device_id: needs.newId(),
      ws_id,
      member_id,
      label,
      created_at: new Date(needs.now()),
    })
    .execute();
  const { name, email, role, workspace_name } = row;
  const workspace = { id: ws_id, name: workspace_name };
  return { token, member: { memberId: member_id, name, email, role, workspace } };
}
