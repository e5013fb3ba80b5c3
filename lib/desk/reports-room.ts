/** The room of reports: each loads by itself, and all answer the same question in the address. */
import type { Result } from '../contract/problem.ts';
import type { SegmentsAnswer, TeamSettings } from '../contract/reports.ts';
import type { Ask } from '../messaging/ask.ts';
import { type Cell, cell } from '../platform/cell.ts';
import type { Connection } from '../platform/connection.ts';
import { behindFigure } from './behind-figure.ts';
import { comparedDays, daysOf, queryOf, type ReportChoice, USUAL } from './report-choice.ts';
import { atMost, reportPanel } from './report-panel.ts';

type Tools = { ask: Ask; connection: Cell<Connection | null | undefined>; now: () => number };

/** What the room is asked, and what it can be asked. */
export type Asked = {
  choice: ReportChoice;
  days: { from: string; to: string };
  compared: { from: string; to: string } | null;
  segments: SegmentsAnswer | null;
  settings: TeamSettings | null;
};

/** So many reports are asked for at a time. */
const AT_ONCE = 3;

export function reportsRoom({ ask, connection, now }: Tools) {
  const inTurn = atMost(AT_ONCE);
  let choice: ReportChoice = USUAL;
  const panels = {
    funnel: reportPanel((query) => inTurn(() => ask('report.funnel', query))),
    calibration: reportPanel((query) => inTurn(() => ask('report.calibration', query))),
    acceptance: reportPanel((query) => inTurn(() => ask('report.acceptance', query))),
    reasons: reportPanel((query) => inTurn(() => ask('report.reasons', query))),
    delays: reportPanel((query) => inTurn(() => ask('report.delays', query))),
    rules: reportPanel((query) => inTurn(() => ask('report.rules', query))),
    sourced: reportPanel((query) => inTurn(() => ask('report.sourced', query))),
    recycled: reportPanel((query) => inTurn(() => ask('report.recycled', query))),
    agreement: reportPanel((query) => inTurn(() => ask('report.agreement', query))),
    drift: reportPanel((query) => inTurn(() => ask('report.drift', query))),
  };
  type PanelName = keyof typeof panels;
  const names = Object.keys(panels) as PanelName[];
  const behind = behindFigure(ask);
  const asked = cell<Asked>({
    choice,
    days: daysOf(choice, now()),
    compared: null,
    segments: null,
    settings: null,
  });
  let member: string | undefined;

  const load = (only: readonly PanelName[] = names, other = false) => {
    if (!connection.get()) return;
    const days = daysOf(choice, now());
    const compared = comparedDays(choice, now());
    asked.set({ ...asked.get(), choice, days, compared });
    const query = queryOf(choice, days);
    const before = compared ? queryOf(choice, compared) : null;
    for (const name of only) void panels[name].load(query, before, other);
  };

  const loadRest = async () => {
    const [segments, settings] = await Promise.all([
      ask('report.segments', {}),
      ask('settings.get', {}),
    ]);
    asked.set({
      ...asked.get(),
      segments: segments.ok ? segments.value : asked.get().segments,
      settings: settings.ok ? settings.value : asked.get().settings,
    });
  };

  const enter = () => {
    const next = connection.get()?.member.memberId;
    if (next !== member) {
      for (const name of names) panels[name].clear();
      behind.close();
    }
    member = next;
    if (!next) return;
    load();
    void loadRest();
  };
  let opened = false;
  connection.subscribe(() => {
    if (opened && connection.get()?.member.memberId !== member) enter();
  });

  return {
    asked,
    panels,
    behind,
    /** Somebody looks at the room, or comes back to it. */
    open(wanted: ReportChoice) {
      const before = choice;
      choice = wanted;
      const first = !opened;
      opened = true;
      if (first) enter();
      else load(onlyBy(before, wanted) ? ['acceptance'] : names, !sameChoice(before, wanted));
    },
    again: () => load(),
    retry: (name: PanelName) => load([name]),
    /** Lists the leads behind a mark of what is on screen. */
    look(report: PanelName, mark: string, title: string) {
      const query = panels[report].view.get().query;
      if (query) behind.open({ report, mark, title, query });
    },
    async allowRepFigures(repFigures: boolean): Promise<Result<TeamSettings>> {
      const answer = await ask('settings.set', { repFigures });
      if (!answer.ok) return answer;
      asked.set({ ...asked.get(), settings: answer.value });
      load(['agreement']);
      return answer;
    },
  };
}

const sameChoice = (one: ReportChoice, other: ReportChoice): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Whether only the way acceptance is divided has changed: nothing else has to be asked again. */
function onlyBy(before: ReportChoice, wanted: ReportChoice): boolean {
  return before.by !== wanted.by && sameChoice({ ...before, by: wanted.by }, wanted);
}
