/** The room “Sources”: who sends, when they were last heard, and what could not be kept. */
import type { Result } from '../contract/problem.ts';
import type { SourceChange, SourceRequest } from '../contract/sources.ts';
import { loader, pagedLoader } from './loaded.ts';
import type { Call } from './page.ts';

export function sourcesRoom(call: Call) {
  const sources = loader(async () => {
    const answer = await call((client) => client.sources());
    return answer.ok ? { ok: true, value: answer.value.sources } : answer;
  });
  const refused = pagedLoader(async (before) => {
    const page = await call((client) => client.intake(before));
    if (!page.ok) return page;
    return { ok: true, value: { lines: page.value.refused, next: page.value.next } };
  });

  const open = async () => {
    await Promise.all([sources.load(), refused.load()]);
  };
  /** Reads again once something has changed. */
  const then = async <T>(answer: Promise<Result<T>>, again: () => Promise<void> = sources.load) => {
    const result = await answer;
    if (result.ok) await again();
    return result;
  };
  const without = (id: string) =>
    refused.change((pages) => ({
      ...pages,
      lines: pages.lines.filter(({ intakeId }) => intakeId !== id),
    }));

  return {
    view: sources.view,
    refused: refused.view,
    open,
    clear() {
      sources.clear();
      refused.clear();
    },
    acts: {
      onRefresh: () => void open(),
      onAdd: (said: SourceRequest) => then(call((client) => client.addSource(said))),
      onChange: (id: string, said: SourceChange) =>
        then(call((client) => client.changeSource(id, said))),
      onRevoke: (id: string) => then(call((client) => client.revokeSource(id))),
      /** What is kept now leaves the list; what is refused again stays, with its new reason. */
      onReplay: async (id: string) => {
        const answer = await call((client) => client.replay(id));
        if (answer.ok && answer.value.refused === null) {
          without(id);
          void sources.load();
        } else void refused.load();
        return answer;
      },
      onDropRefused: async (id: string) => {
        const answer = await call((client) => client.dropRefused(id));
        if (answer.ok) without(id);
        return answer;
      },
      onMoreRefused: () => void refused.loadMore(),
    },
  };
}
