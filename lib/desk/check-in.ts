/** The room of the regular meeting: the period somebody looks at, what the store says of it, what is decided there. */
import type { Member } from '../contract/access.ts';
import type { CheckIn, Decision } from '../contract/check-in.ts';
import { done, type Problem, type Result } from '../contract/problem.ts';
import type { Ask } from '../messaging/ask.ts';
import { type Cell, cell } from '../platform/cell.ts';
import type { Connection } from '../platform/connection.ts';
import { type Period, samePeriod, USUAL } from './check-in-period.ts';

export interface MeetingView {
  is: 'meeting';
  member: Member;
  period: Period;
  checkIn: CheckIn;
  refreshing: boolean;
  /** Why what is shown is old. */
  problem: Problem | null;
}

export type CheckInView =
  | { is: 'loading'; period: Period }
  | { is: 'problem'; period: Period; problem: Problem; retrying: boolean }
  | MeetingView;

export interface Decided {
  text: string;
  owner: string | null;
  dueOn: string | null;
}

interface Tools {
  ask: Ask;
  connection: Cell<Connection | null | undefined>;
  now: () => number;
  newId: () => string;
}

const DAY = 86_400_000;
const dayAt = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** @returns the UTC days of a period, both included */
export function daysOf(period: Period, now: number): { from: string; to: string } {
  if ('from' in period) return period;
  return { from: dayAt(now - (period.weeks * 7 - 1) * DAY), to: dayAt(now) };
}

export function checkInRoom({ ask, connection, now, newId }: Tools) {
  const view = cell<CheckInView>({ is: 'loading', period: USUAL });
  let opened = false;
  /** The newest question; an answer to an older one is thrown away. */
  let asked = 0;
  /** What is being decided keeps its id until the store has it, so that trying again does not decide it twice. */
  let unsaid: { said: string; decisionId: string } | null = null;

  const change = (part: Partial<MeetingView>) => {
    const shown = view.get();
    if (shown.is === 'meeting') view.set({ ...shown, ...part });
  };

  const load = async () => {
    const mine = ++asked;
    const { period } = view.get();
    change({ refreshing: true });
    const answer = await ask('check-in.get', daysOf(period, now()));
    const member = connection.get()?.member;
    if (mine !== asked || !member) return;
    if (answer.ok) {
      const checkIn = answer.value;
      view.set({ is: 'meeting', member, period, checkIn, refreshing: false, problem: null });
      return;
    }
    const { problem } = answer;
    const shown = view.get();
    // What is on screen may be kept only while it is of the days that the page says.
    if (shown.is === 'meeting') change({ problem, refreshing: false });
    else view.set({ is: 'problem', period, problem, retrying: false });
  };

  const decisions = (of: (all: Decision[]) => Decision[]) => {
    const shown = view.get();
    if (shown.is !== 'meeting') return;
    // An answer that is on its way may not know of this yet.
    if (shown.refreshing) void load();
    change({ checkIn: { ...shown.checkIn, decisions: of(shown.checkIn.decisions) } });
  };

  const put = (decision: Decision) =>
    decisions((all) =>
      all.some((each) => each.decisionId === decision.decisionId)
        ? all.map((each) => (each.decisionId === decision.decisionId ? decision : each))
        : [...all, decision],
    );

  connection.subscribe(() => {
    const shown = view.get();
    const member = connection.get()?.member.memberId;
    if (shown.is === 'meeting' && shown.member.memberId === member) return;
    view.set({ is: 'loading', period: shown.period });
    if (opened && member) void load();
  });

  return {
    view,
    /** Somebody looks at the room, at this period: loads it the first time, looks for news after that. */
    open(period: Period) {
      opened = true;
      if (!samePeriod(period, view.get().period)) view.set({ is: 'loading', period });
      if (connection.get()) void load();
    },
    refresh() {
      const shown = view.get();
      if (shown.is === 'problem') view.set({ ...shown, retrying: true });
      void load();
    },
    async decide(decided: Decided): Promise<Result<unknown>> {
      const said = JSON.stringify(decided);
      if (unsaid?.said !== said) unsaid = { said, decisionId: newId() };
      const answer = await ask('check-in.decide', { ...decided, decisionId: unsaid.decisionId });
      if (!answer.ok) return answer;
      unsaid = null;
      put(answer.value);
      return done(null);
    },
    async setDone(decisionId: string, isDone: boolean): Promise<Result<unknown>> {
      const answer = await ask('check-in.done', { decisionId, done: isDone });
      if (answer.ok) put(answer.value);
      return answer;
    },
    async takeBack(decisionId: string): Promise<Result<unknown>> {
      const answer = await ask('check-in.take-back', { decisionId });
      if (answer.ok) decisions((all) => all.filter((each) => each.decisionId !== decisionId));
      return answer;
    },
  };
}
