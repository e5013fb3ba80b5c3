/** Something read from the store: there, on its way, or why not. What was there stays when a later reading fails. */
import type { Problem, Result } from '../contract/problem.ts';
import { type Cell, cell } from '../platform/cell.ts';

export type Loaded<T> =
  | { is: 'loading' }
  | { is: 'problem'; problem: Problem; retrying: boolean }
  | {
      is: 'here';
      value: T;
      /** Why what is shown is old. */
      problem: Problem | null;
    };

export interface Loader<T> {
  view: Cell<Loaded<T>>;
  /** Reads now. Of readings that overtake each other the last counts. */
  load(): Promise<void>;
  /** Shows this at once: what a change was answered with, or what it will be. */
  set(value: T): void;
  /** Changes what is there; nothing when nothing is. */
  change(how: (value: T) => T): void;
  /** Forgets it: somebody else is connected now. */
  clear(): void;
}

export function loader<T>(read: () => Promise<Result<T>>): Loader<T> {
  const view = cell<Loaded<T>>({ is: 'loading' });
  let asked = 0;

  const set = (value: T) => {
    asked += 1;
    view.set({ is: 'here', value, problem: null });
  };

  return {
    view,
    set,
    async load() {
      asked += 1;
      const mine = asked;
      const before = view.get();
      if (before.is === 'problem') view.set({ ...before, retrying: true });
      const answer = await read();
      if (mine !== asked) return;
      if (answer.ok) return view.set({ is: 'here', value: answer.value, problem: null });
      const { problem } = answer;
      const now = view.get();
      view.set(
        now.is === 'here' ? { ...now, problem } : { is: 'problem', problem, retrying: false },
      );
    },
    change(how) {
      const now = view.get();
      if (now.is === 'here') set(how(now.value));
    },
    clear() {
      asked += 1;
      view.set({ is: 'loading' });
    },
  };
}

/** A list that comes in pages, newest first. */
export interface Pages<T> {
  lines: T[];
  more: boolean;
  loadingMore: boolean;
}

/** @param read the page before this point, and the point before that */
export function pagedLoader<T>(
  read: (before: string | null) => Promise<Result<{ lines: T[]; next: string | null }>>,
) {
  let next: string | null = null;
  const first = loader<Pages<T>>(async () => {
    const answer = await read(null);
    if (!answer.ok) return answer;
    next = answer.value.next;
    return {
      ok: true,
      value: { lines: answer.value.lines, more: next !== null, loadingMore: false },
    };
  });

  async function loadMore() {
    const now = first.view.get();
    if (now.is !== 'here' || now.value.loadingMore || next === null) return;
    const from = next;
    first.change((pages) => ({ ...pages, loadingMore: true }));
    const answer = await read(from);
    const then = first.view.get();
    // Read anew meanwhile: that page is not the next one any more.
    if (then.is !== 'here' || next !== from) return;
    if (answer.ok) {
      next = answer.value.next;
      const lines = [...then.value.lines, ...answer.value.lines];
      first.set({ lines, more: next !== null, loadingMore: false });
    } else {
      first.view.set({
        is: 'here',
        value: { ...then.value, loadingMore: false },
        problem: answer.problem,
      });
    }
  }
  return { ...first, loadMore };
}
