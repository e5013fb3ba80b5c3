/** One report on the page: keeps what it shows while the next answer is on its way. */
import type { Problem, Result } from '../contract/problem.ts';
import type { AcceptanceBy, ReportQuery } from '../contract/reports.ts';
import { type Cell, cell } from '../platform/cell.ts';

/** What reports are asked with; `by` is for the one that is divided. */
export type PanelQuery = ReportQuery & { by: AcceptanceBy };

export type Loaded<T> = {
  value: T | null;
  /** The same of the days it is compared with. */
  before: T | null;
  /** What `value` was asked with: its marks mean nothing under another query. */
  query: PanelQuery | null;
  loading: boolean;
  /** Why what is shown is old, or why nothing is. */
  problem: Problem | null;
};

export interface ReportPanel<T> {
  view: Cell<Loaded<T>>;
  /**
   * Asks; an answer to an older question is thrown away.
   *
   * @param other something else is looked at from now on: what was shown must not stand under it for longer than the answer takes
   */
  load(query: PanelQuery, compared: PanelQuery | null, other?: boolean): Promise<void>;
  clear(): void;
}

const NOTHING = { value: null, before: null, query: null, loading: false, problem: null };

/** @param read asks the store */
export function reportPanel<T>(read: (query: PanelQuery) => Promise<Result<T>>): ReportPanel<T> {
  const view = cell<Loaded<T>>(NOTHING);
  let asked = 0;
  /** What is shown answers another question than the page says. */
  let past = false;
  return {
    view,
    async load(query, compared, other = false) {
      asked += 1;
      const mine = asked;
      past ||= other;
      view.set({ ...view.get(), loading: true });
      const [answer, before] = await Promise.all([read(query), compared ? read(compared) : null]);
      if (mine !== asked) return;
      const problem = !answer.ok ? answer.problem : before && !before.ok ? before.problem : null;
      if (!answer.ok) {
        view.set({ ...(past ? NOTHING : view.get()), loading: false, problem });
        return;
      }
      past = false;
      const was = before?.ok ? before.value : null;
      view.set({ value: answer.value, before: was, query, loading: false, problem });
    },
    clear() {
      asked += 1;
      view.set(NOTHING);
    },
  };
}

/** @returns runs at most `most` of what it is given at a time, in order: ten reports at once would be ten times as late */
export function atMost(most: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>((go) => waiting.push(go));
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}
