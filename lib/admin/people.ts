/** The rooms “People” and “Audit log”: who is in, and what was done. */
import type { InviteRequest, TeamAnswer } from '../contract/people.ts';
import type { Result } from '../contract/problem.ts';
import type { Role } from '../contract/words.ts';
import { loader, pagedLoader } from './loaded.ts';
import type { Call } from './page.ts';

export function peopleRoom(call: Call) {
  const { view, load, set, clear } = loader(() => call((client) => client.team()));

  /** The store answers a change with the team as it is afterwards. */
  const changed = async (answer: Promise<Result<TeamAnswer>>) => {
    const result = await answer;
    if (result.ok) set(result.value);
    return result;
  };

  return {
    view,
    open: load,
    clear,
    acts: {
      onRefresh: () => void load(),
      onInvite: async (said: InviteRequest) => {
        const made = await call((client) => client.invite(said));
        if (made.ok) void load();
        return made;
      },
      onRevokeInvite: (id: string) => changed(call((client) => client.revokeInvite(id))),
      onChangeRole: (id: string, role: Role) =>
        changed(call((client) => client.changeRole(id, role))),
      onRemoveMember: (id: string) => changed(call((client) => client.removeMember(id))),
      onRevokeDevice: (id: string) => changed(call((client) => client.revokeDevice(id))),
    },
  };
}

export function auditRoom(call: Call) {
  const { view, load, loadMore, clear } = pagedLoader(async (before) => {
    const page = await call((client) => client.audit(before));
    if (!page.ok) return page;
    return { ok: true, value: { lines: page.value.entries, next: page.value.next } };
  });
  return {
    view,
    open: load,
    clear,
    acts: { onRefresh: () => void load(), onMore: () => void loadMore() },
  };
}
