/** The rooms “Merges” and “Privacy”: who is who, and what a person may ask for. */
import type { Retention } from '../contract/privacy.ts';
import type { Result } from '../contract/problem.ts';
import { loader, pagedLoader } from './loaded.ts';
import type { Call } from './page.ts';

export function mergesRoom(call: Call) {
  const { view, load, loadMore, clear } = pagedLoader(async (before) => {
    const page = await call((client) => client.merges(before));
    if (!page.ok) return page;
    return { ok: true, value: { lines: page.value.merges, next: page.value.next } };
  });
  const then = async (answer: Promise<Result<unknown>>) => {
    const result = await answer;
    if (result.ok || result.problem.code === 'conflict') await load();
    return result;
  };
  return {
    view,
    open: load,
    clear,
    acts: {
      onRefresh: () => void load(),
      onMore: () => void loadMore(),
      onUndo: (id: string) => then(call((client) => client.undoMerge(id))),
      onFind: (email: string) => call((client) => client.leadBy(email)),
      onMerge: (leadId: string, other: string) =>
        then(call((client) => client.merge(leadId, other))),
    },
  };
}

export function privacyRoom(call: Call) {
  const { view, load, clear } = loader(() => call((client) => client.retention()));
  return {
    view,
    open: load,
    clear,
    person: (leadId: string) => call((client) => client.person(leadId)),
    acts: {
      onRefresh: () => void load(),
      onFind: (email: string) => call((client) => client.findPerson(email)),
      onErase: (leadId: string, email: string) => call((client) => client.erase(leadId, email)),
      onKeepFor: async (days: Retention['days']) => {
        const answer = await call((client) => client.keepFor(days));
        if (answer.ok) await load();
        return answer;
      },
    },
  };
}
