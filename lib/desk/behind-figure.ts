/** The leads behind one figure of a report. */
import type { Problem } from '../contract/problem.ts';
import type { AcceptanceBy, BehindAnswer, ReportName, ReportQuery } from '../contract/reports.ts';
import type { Ask } from '../messaging/ask.ts';
import type { MessageBody } from '../messaging/protocol.ts';
import { cell } from '../platform/cell.ts';

export type BehindView = {
  /** The figure, in words. */
  title: string;
  /** All of them, once the store has said; and those loaded. */
  total: number | null;
  leads: BehindAnswer['leads'];
  more: boolean;
  loading: boolean;
  problem: Problem | null;
};

type Figure = {
  report: ReportName;
  mark: string;
  query: ReportQuery & { by?: AcceptanceBy };
  title: string;
};

/** As many are put into one file; then it is said that there are more. */
const FILE_LIMIT = 2000;

export function behindFigure(ask: Ask) {
  const view = cell<BehindView | null>(null);
  let body: MessageBody<'report.leads'> | null = null;
  let asked = 0;

  const load = async () => {
    const now = view.get();
    if (!now || !body) return;
    asked += 1;
    const mine = asked;
    view.set({ ...now, loading: true, problem: null });
    const answer = await ask('report.leads', body);
    if (mine !== asked) return;
    if (!answer.ok) {
      view.set({ ...now, loading: false, problem: answer.problem });
      return;
    }
    const { total, leads, next } = answer.value;
    body = { ...body, ...(next === null ? {} : { before: next }) };
    const all = [...now.leads, ...leads];
    view.set({ ...now, total, leads: all, more: next !== null, loading: false, problem: null });
  };

  return {
    view,
    open({ report, mark, query, title }: Figure) {
      body = { ...query, report, mark };
      view.set({ title, total: null, leads: [], more: false, loading: false, problem: null });
      void load();
    },
    /** Loads the next page, or the first one again. */
    more: () => void load(),
    /** Loads page after page. @returns all of them, or as many as a file takes; null when the store did not answer */
    async all(): Promise<BehindView | null> {
      for (let now = view.get(); now?.more && now.leads.length < FILE_LIMIT; now = view.get()) {
        await load();
        if (view.get()?.problem) return null;
      }
      return view.get();
    },
    close() {
      asked += 1;
      view.set(null);
    },
  };
}
