/** The room that asks whether the score is honest: what verdicts teach, and what of it is in the open draft. */
import type { Member } from '../contract/access.ts';
import type { LearningAnswer, Suggestion } from '../contract/learning.ts';
import { failed, type Problem, type Result } from '../contract/problem.ts';
import type { Ask } from '../messaging/ask.ts';
import { type Cell, cell } from '../platform/cell.ts';
import type { Connection } from '../platform/connection.ts';
import { type DraftChange, drafted } from './draft-change.ts';
import { isAside, type NotNow, type NotNowStore, withAside } from './not-now.ts';

export interface LearnedView {
  is: 'learned';
  member: Member;
  learned: LearningAnswer;
  /** Those not set aside on this device. */
  suggestions: Suggestion[];
  /** How many are set aside. */
  aside: number;
  refreshing: boolean;
  /** Why what is shown is old. */
  problem: Problem | null;
}

export type ScoreRoomView =
  | { is: 'loading' }
  | { is: 'problem'; problem: Problem; retrying: boolean }
  | LearnedView;

interface Tools {
  ask: Ask;
  connection: Cell<Connection | null | undefined>;
  notNow: NotNowStore;
  /** Calls back after so many ms; while leads are re-scored it asks how far that is. */
  later?: (then: () => void, ms: number) => void;
}

const ASK_AGAIN_MS = 3000;

export function scoreRoom({ ask, connection, notNow, later = setTimeout }: Tools) {
  const view = cell<ScoreRoomView>({ is: 'loading' });
  let aside: NotNow = {};
  let opened = false;
  /** The newest question; an answer to an older one is thrown away. */
  let asked = 0;

  const change = (part: Partial<LearnedView>) => {
    const now = view.get();
    if (now.is === 'learned') view.set({ ...now, ...part });
  };

  const sorted = (all: Suggestion[]) => {
    const suggestions = all.filter((each) => !isAside(aside, each));
    return { suggestions, aside: all.length - suggestions.length };
  };

  const load = async () => {
    const mine = ++asked;
    change({ refreshing: true });
    const answer = await ask('learning.get', {});
    const member = connection.get()?.member;
    if (mine !== asked || !member) return;
    const now = view.get();
    if (!answer.ok) {
      const { problem } = answer;
      if (now.is === 'learned') change({ problem, refreshing: false });
      else view.set({ is: 'problem', problem, retrying: false });
      return;
    }
    const learned = answer.value;
    view.set({
      is: 'learned',
      member,
      learned,
      ...sorted(learned.suggestions),
      refreshing: false,
      problem: null,
    });
    if (learned.rescoring && !learned.rescoring.finishedAt) {
      later(() => mine === asked && void load(), ASK_AGAIN_MS);
    }
  };

  let acting: Promise<unknown> = Promise.resolve();

  /**
   * Does something to what is on screen, then shows what came of it. One after the other: a change is made to the draft as the
   * change before it left it, or it would take that one back.
   */
  const act = (
    how: (learned: LearningAnswer) => Promise<Result<unknown>>,
  ): Promise<Result<unknown>> => {
    const mine = acting.then(() => actNow(how));
    acting = mine;
    return mine;
  };

  const actNow = async (
    how: (learned: LearningAnswer) => Promise<Result<unknown>>,
  ): Promise<Result<unknown>> => {
    const now = view.get();
    if (now.is !== 'learned') {
      return failed('not-found', 'Nothing is loaded yet', 'Nothing was done. Try again.');
    }
    const result = await how(now.learned);
    // A conflict means that what is on screen is old.
    if (result.ok || result.problem.code === 'conflict') await load();
    return result;
  };

  connection.subscribe(() => {
    const now = view.get();
    const member = connection.get()?.member.memberId;
    if (now.is === 'learned' && now.member.memberId === member) return;
    view.set({ is: 'loading' });
    if (opened && member) void load();
  });

  return {
    view,
    /** Somebody looks at the room: loads it the first time, looks for news after that. */
    async open() {
      if (!opened) aside = await notNow.read();
      opened = true;
      if (connection.get()) void load();
    },
    refresh() {
      const now = view.get();
      if (now.is === 'problem') view.set({ ...now, retrying: true });
      void load();
    },
    putInDraft: (wanted: DraftChange) =>
      act((learned) =>
        ask('definition.draft', {
          basedOn: learned.definition.version,
          definition: drafted(learned, wanted),
          replaces: learned.draft?.draftId ?? null,
        }),
      ),
    async setAside(suggestion: Suggestion) {
      aside = withAside(aside, suggestion);
      resort();
      await notNow.write(aside);
    },
    async bringBack() {
      aside = {};
      resort();
      await notNow.write(aside);
    },
  };

  function resort() {
    const now = view.get();
    if (now.is === 'learned') change(sorted(now.learned.suggestions));
  }
}
