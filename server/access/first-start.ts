/** What an empty database needs before anybody can come in: a workspace, a definition, a code for the first. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import { toJson } from '../db/json.ts';
import type { Store } from '../http/context.ts';
import { hasAdmin } from './admins.ts';
import { CODE_MINUTES, hashed, newCode, shownCode } from './codes.ts';

type Needs = Pick<Store, 'db' | 'now' | 'newId' | 'randomBytes'>;

/** @returns the id of a new workspace with its definition v1 */
export async function createWorkspace(
  needs: Needs,
  name: string,
  definition: LeadDefinition,
  wsId: string = needs.newId(),
): Promise<string> {
  const created_at = new Date(needs.now());
  await needs.db
    .insertInto('workspace')
    .values({ ws_id: wsId, name, created_at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await needs.db
    .insertInto('definition')
    .values({ ws_id: wsId, version: definition.version, body: toJson(definition), created_at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return wsId;
}

/**
 * Safe when several processes start on one empty database: they agree on the id first.
 *
 * @returns the workspace this store was set up with
 */
export async function firstWorkspace(
  needs: Needs,
  name: string,
  definition: LeadDefinition,
): Promise<string> {
  await needs.db
    .insertInto('install')
    .values({ name: 'workspace', value: needs.newId() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { value } = await needs.db
    .selectFrom('install')
    .where('name', '=', 'workspace')
    .select('value')
    .executeTakeFirstOrThrow();
  return createWorkspace(needs, name, definition, value);
}

/**
 * @param given a code chosen by whoever runs the store, without dashes: good until somebody uses it
 * @returns the code for the first person, as it is shown; null when there is an admin already
 */
export async function setupCode(
  needs: Needs,
  wsId: string,
  given: string | null,
): Promise<string | null> {
  if (await hasAdmin(needs.db, wsId)) return null;
  const code = given ?? newCode(needs);
  const now = needs.now();
  const fresh = {
    ws_id: wsId,
    created_at: new Date(now),
    expires_at: given === null ? new Date(now + CODE_MINUTES * 60_000) : null,
    used_at: null,
  };
  await needs.db
    .insertInto('invite')
    .values({
      code_hash: hashed(code),
      invite_id: needs.newId(),
      kind: 'code',
      name: 'Admin',
      email: null,
      role: 'admin',
      setup: true,
      ...fresh,
    })
    .onConflict((conflict) => conflict.column('code_hash').doUpdateSet(fresh))
    .execute();
  return shownCode(code);
}
