/** From a bearer token to the member behind it. The one place where roles are checked. */
import { isDeepStrictEqual } from 'node:util';
import type { Context } from 'hono';
import { sql } from 'kysely';
import { mayActAs, type Role } from '../../lib/contract/words.ts';
import type { Db } from '../db/database.ts';
import type { Asker, Store } from '../http/context.ts';
import { problemError } from '../http/problems.ts';
import { languageAsked } from '../words/asked.ts';
import { hashed } from './codes.ts';
import { type Known, lastAskers } from './last-askers.ts';
import { isIdle, noteSeen } from './seen.ts';

const PEOPLE: Record<Role, string> = { rep: 'members', marketer: 'marketers', admin: 'admins' };

/**
 * @param role the least that is asked for
 * @returns who asks; throws `not-signed-in` (401) or `not-allowed` (403)
 */
export function askerOf(store: Store, context: Context, role: Role): Promise<Asker> {
  return allowed(store, context, role, tokenHashOf(context));
}

async function allowed(
  store: Store,
  context: Context,
  role: Role,
  tokenHash: string | null,
): Promise<Asker> {
  const asker = tokenHash === null ? null : await askerByToken(store, tokenHash);
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

/**
 * For answers that only read. They are begun for whoever this token was last, while it is asked anew who that is: a way to the
 * database and back less. Nobody is given one before that is known; and only if all of it is as it was, else it is made again.
 *
 * @param answer writes nothing, and may run twice
 * @returns what it returned for who asks; throws as `askerOf`, or what it threw
 */
export async function answeredMeanwhile<Answer>(
  store: Store,
  context: Context,
  role: Role,
  answer: (asker: Asker) => Promise<Answer>,
): Promise<Answer> {
  const tokenHash = tokenHashOf(context);
  const last = tokenHash === null ? undefined : lastAskers(store.db).get(tokenHash);
  const likely =
    last && mayActAs(last.member.role, role) ? { ...last, language: languageAsked(context) } : null;
  const begun = likely && answer(likely);
  // Whatever is wrong with it matters only if it is the answer.
  begun?.catch(() => undefined);
  const asker = await allowed(store, context, role, tokenHash);
  return begun && isDeepStrictEqual(asker, likely) ? begun : answer(asker);
}

function tokenHashOf(context: Context): string | null {
  const [, token] =
    /^Bearer ([\w-]{20,200})$/i.exec(context.req.header('authorization') ?? '') ?? [];
  return token ? hashed(token) : null;
}

async function askerByToken(store: Store, tokenHash: string): Promise<Known | null> {
  const last = lastAskers(store.db);
  const row = await found(store.db, tokenHash);
  if (!row || isIdle(store, row)) {
    last.forget(tokenHash);
    return null;
  }
  await noteSeen(store, tokenHash, row.seen_at);
  const member = {
    memberId: row.member_id,
    name: row.name,
    email: row.email,
    role: row.role,
    workspace: { id: row.ws_id, name: row.workspace_name },
  };
  // Every workspace has a definition; whoever needs one that is not there says so.
  const inForce = { version: row.version ?? 0, taughtAt: row.made_at?.getTime() ?? null };
  const known = { member, wsId: row.ws_id, deviceId: row.device_id, inForce };
  last.note(tokenHash, known);
  return known;
}

interface Row {
  device_id: string;
  created_at: Date;
  seen_at: Date | null;
  member_id: string;
  name: string;
  email: string | null;
  role: Role;
  ws_id: string;
  workspace_name: string;
  version: number | null;
  made_at: Date | null;
}

/**
 * Asked anew for each request, so that whoever is sent away is out at once. What the workspace goes by comes along: nearly
 * everybody who asks needs it, and it would be a way there and back of its own.
 */
async function found(db: Db, tokenHash: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`select device.device_id, device.created_at, device.seen_at,
      member.member_id, member.name, member.email, member.role,
      workspace.ws_id, workspace.name as workspace_name, newest.version, newest.made_at
    from device
    join member on member.ws_id = device.ws_id and member.member_id = device.member_id
    join workspace on workspace.ws_id = device.ws_id
    left join lateral (
      select definition.version, calibration.made_at from definition
      left join calibration on calibration.ws_id = definition.ws_id
        and calibration.definition_version = definition.version
      where definition.ws_id = device.ws_id order by definition.version desc limit 1
    ) newest on true
    where device.token_hash = ${tokenHash} and device.revoked_at is null
      and member.removed_at is null`.execute(db);
  return rows[0];
}
