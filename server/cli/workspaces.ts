/** More teams in one store, for whoever runs it. Each has its own people, leads and definition, and sees nothing of the others. */

import { done, failed, type Result } from '../../lib/contract/problem.ts';
import { filled } from '../../lib/contract/text.ts';
import { gitlabPreset } from '../../lib/score/presets/gitlab.ts';
import { createWorkspace, setupCode } from '../access/first-start.ts';
import type { Store } from '../http/context.ts';

type Needs = Pick<Store, 'db' | 'now' | 'newId' | 'randomBytes'>;

export interface AddedWorkspace {
  id: string;
  name: string;
  /** What its first administrator enters, within ten minutes. */
  code: string;
}

/** @returns the new workspace, and the code for its first person; or a problem when the name will not do */
export async function addWorkspace(needs: Needs, typed: string): Promise<Result<AddedWorkspace>> {
  const parsed = filled(120).safeParse(typed);
  if (!parsed.success) {
    return failed('bad-request', 'A workspace needs a name', 'Give it one of 1 to 120 letters.');
  }
  const name = parsed.data;
  const same = await needs.db
    .selectFrom('workspace')
    .where('name', '=', name)
    .select('ws_id')
    .executeTakeFirst();
  if (same) {
    return failed('conflict', `There is a workspace “${name}”`, 'Give the new one another name.');
  }
  const id = await createWorkspace(needs, name, gitlabPreset);
  const code = await setupCode(needs, id, null);
  if (code === null) throw new Error('A new workspace has an administrator already.');
  return done({ id, name, code });
}

/**
 * For a workspace whose first person did not come in time.
 *
 * @returns another code; or a problem when there is no such workspace, or somebody who can let people in already
 */
export async function newCodeFor(needs: Needs, id: string): Promise<Result<AddedWorkspace>> {
  const found = (await listWorkspaces(needs)).find((workspace) => workspace.id === id);
  if (!found)
    return failed('not-found', 'There is no such workspace', 'List them to see which there are.');
  const code = await setupCode(needs, id, null);
  return code === null
    ? failed('conflict', 'This workspace has an admin', 'Ask them for an invitation.')
    : done({ id, name: found.name, code });
}

export interface ListedWorkspace {
  id: string;
  name: string;
  createdAt: string;
  members: number;
  admins: number;
}

/** @returns all of them, the oldest first */
export async function listWorkspaces({ db }: Pick<Needs, 'db'>): Promise<ListedWorkspace[]> {
  const [workspaces, members] = await Promise.all([
    db.selectFrom('workspace').selectAll().orderBy('created_at').orderBy('ws_id').execute(),
    db.selectFrom('member').where('removed_at', 'is', null).select(['ws_id', 'role']).execute(),
  ]);
  return workspaces.map(({ ws_id, name, created_at }) => {
    const own = members.filter((member) => member.ws_id === ws_id);
    const admins = own.filter(({ role }) => role === 'admin').length;
    const createdAt = created_at.toISOString();
    return { id: ws_id, name, createdAt, members: own.length, admins };
  });
}
