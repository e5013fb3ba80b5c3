/** The marketer's queue: pages of lines, one open case, and what was answered a moment ago left out. */
import type { Member } from '../contract/access.ts';
import type { Problem } from '../contract/problem.ts';
import {
  type ReviewCase,
  type ReviewLine,
  type ReviewPage,
  type ReviewState,
  reviewFilter,
} from '../contract/review.ts';
import { mayActAs } from '../contract/words.ts';
import type { Ask } from '../messaging/ask.ts';
import { type Cell, cell } from '../platform/cell.ts';
import type { Connection } from '../platform/connection.ts';

type CaseView =
  | { is: 'none' }
  | { is: 'loading' }
  | { is: 'problem'; problem: Problem }
  | { is: 'case'; case: ReviewCase };

export interface QueueView {
  is: 'queue';
  member: Member;
  showing: ReviewState;
  lines: ReviewLine[];
  counts: ReviewPage['counts'];
  marketingHours: number;
  more: boolean;
  loadingMore: boolean;
  chosen: string | null;
  opened: CaseView;
  problem: Problem | null;
}

export type DeskView =
  | { is: 'loading' }
  | { is: 'notConnected' }
  | { is: 'notMarketer'; member: Member }
  | { is: 'problem'; problem: Problem; retrying: boolean }
  | QueueView;

/** @param connection undefined while it is being read */
export function reviewQueue(ask: Ask, connection: Cell<Connection | null | undefined>) {
  const view = cell<DeskView>({ is: 'loading' });
  /** Answered here; the store may not have heard of it yet. */
  const answeredHere = new Set<string>();
  let showing: ReviewState = 'open';
  let next: string | null = null;

  const change = (part: Partial<QueueView>) => {
    const now = view.get();
    if (now.is === 'queue') view.set({ ...now, ...part });
  };

  const load = async (from: string | null) => {
    const wanted = showing;
    const page = await ask('review.list', {
      filter: reviewFilter.parse({ state: wanted }),
      before: from,
      limit: 50,
    });
    const member = connection.get()?.member;
    if (wanted !== showing || !member) return;
    if (!page.ok) {
      if (view.get().is === 'queue') change({ problem: page.problem, loadingMore: false });
      else view.set({ is: 'problem', problem: page.problem, retrying: false });
      return;
    }
    const now = view.get();
    const same =
      now.is === 'queue' && now.showing === wanted && now.member.memberId === member.memberId;
    if (from !== null || !same || now.lines.length <= page.value.lines.length) {
      next = page.value.next;
    }
    const lines = same ? stillThere(now.lines, page.value, from) : [];
    view.set({
      is: 'queue',
      member,
      showing: wanted,
      lines: merged(lines, page.value.lines).filter(isWaiting),
      counts: page.value.counts,
      marketingHours: page.value.marketingHours,
      more: next !== null,
      loadingMore: false,
      chosen: same ? now.chosen : null,
      opened: same ? now.opened : { is: 'none' },
      problem: null,
    });
  };

  const isWaiting = ({ entry }: ReviewLine) => showing !== 'open' || !answeredHere.has(entry.id);

  const begin = () => {
    const now = connection.get();
    if (now === undefined) return;
    if (!now) view.set({ is: 'notConnected' });
    else if (!mayActAs(now.member.role, 'marketer')) {
      view.set({ is: 'notMarketer', member: now.member });
    } else void load(null);
  };
  connection.subscribe(begin);
  begin();

  const openCase = async (feedbackId: string) => {
    const now = view.get();
    const line = now.is === 'queue' && now.lines.find(({ entry }) => entry.id === feedbackId);
    if (!line) return;
    change({ chosen: feedbackId, opened: { is: 'loading' } });
    const answer = await ask('review.case', { leadId: line.entry.leadId, feedbackId });
    const then = view.get();
    if (then.is !== 'queue' || then.chosen !== feedbackId) return;
    change({
      opened: answer.ok
        ? { is: 'case', case: answer.value }
        : { is: 'problem', problem: answer.problem },
    });
  };

  return {
    view,
    show(state: ReviewState) {
      showing = state;
      void load(null);
    },
    choose(feedbackId: string | null) {
      if (feedbackId === null) change({ chosen: null, opened: { is: 'none' } });
      else void openCase(feedbackId);
    },
    loadMore() {
      const now = view.get();
      if (now.is !== 'queue' || now.loadingMore || next === null) return;
      change({ loadingMore: true });
      void load(next);
    },
    refresh() {
      const now = view.get();
      if (now.is === 'problem') view.set({ ...now, retrying: true });
      begin();
    },
    /** Looks for news without disturbing what somebody reads or writes. */
    refreshQuietly() {
      if (view.get().is === 'queue') void load(null);
    },
    refreshCase() {
      const now = view.get();
      if (now.is === 'queue' && now.chosen) void openCase(now.chosen);
    },
    /** Takes a line off the open queue as soon as the answer is on the disk. */
    answered(feedbackId: string) {
      answeredHere.add(feedbackId);
      const now = view.get();
      if (now.is !== 'queue' || showing !== 'open') return;
      change({
        lines: now.lines.filter(isWaiting),
        counts: {
          ...now.counts,
          open: Math.max(0, now.counts.open - 1),
          answered: now.counts.answered + 1,
        },
      });
    },
  };
}

/**
 * What is kept of the lines on screen when a page comes. A quiet look at the first page must not fold up the pages
 * somebody has scrolled through, but what has gone from the stretch that page covers has been answered elsewhere.
 */
function stillThere(shown: ReviewLine[], page: ReviewPage, from: string | null): ReviewLine[] {
  if (from !== null) return shown;
  if (page.next === null) return [];
  const fresh = new Set(page.lines.map((line) => line.entry.id));
  const last = shown.findLastIndex((line) => fresh.has(line.entry.id));
  return shown.filter((line, place) => place > last || fresh.has(line.entry.id));
}

/** Both lists in order, each line once, as it was read last. */
function merged(known: ReviewLine[], fresh: ReviewLine[]): ReviewLine[] {
  const lines = new Map([...known, ...fresh].map((line) => [line.entry.id, line]));
  return [...lines.values()];
}
