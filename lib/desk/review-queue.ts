/** The marketer's queue: what the filter shows, page by page, one open case, and what was answered a moment ago left out. */
import type { ReviewFilter, ReviewLine } from '../contract/review.ts';
import { mayActAs } from '../contract/words.ts';
import type { Ask } from '../messaging/ask.ts';
import { type Cell, cell } from '../platform/cell.ts';
import type { Connection } from '../platform/connection.ts';
import { AT_ONCE } from './queue-answers.ts';
import { EVERYTHING, sameFilter } from './queue-filter.ts';
import { saidOf, shifted, stillThere, withBack, withPage } from './queue-lines.ts';
import type { DeskView, QueueView } from './queue-view.ts';

interface Tools {
  ask: Ask;
  /** Undefined while it is being read. */
  connection: Cell<Connection | null | undefined>;
  /** Feedback whose answer is saved here and has not left. */
  unsent?: () => ReadonlySet<string>;
  /** Feedback whose answer the store refused: it waits for another one. */
  refused?: () => ReadonlySet<string>;
  filter?: ReviewFilter;
}

const PAGE = 50;

export function reviewQueue({
  ask,
  connection,
  unsent = () => new Set<string>(),
  refused = () => new Set<string>(),
  filter: first = EVERYTHING,
}: Tools) {
  const view = cell<DeskView>({ is: 'loading' });
  /** Answered here; the store may not have heard of it yet. */
  const answeredHere = new Set<string>();
  /** Their lines, in case an answer is taken back. */
  const taken = new Map<string, ReviewLine>();
  let filter = first;
  /** What the lines on screen were asked for with. */
  let shownFor = first;
  let next: string | null = null;

  const change = (part: Partial<QueueView>) => {
    const now = view.get();
    if (now.is === 'queue') view.set({ ...now, ...part });
  };
  const loaded = () => {
    const now = view.get();
    return now.is === 'queue' ? now : null;
  };
  const isWaiting = ({ entry }: ReviewLine) =>
    filter.state !== 'open' || !answeredHere.has(entry.id);
  const isAnswered = (feedbackId: string) => answeredHere.has(feedbackId);
  /** The store still counts these as open. */
  const pending = () => [...unsent()].filter((id) => answeredHere.has(id)).length;

  const load = async (from: string | null) => {
    const wanted = filter;
    const page = await ask('review.list', { filter: wanted, before: from, limit: PAGE });
    const member = connection.get()?.member;
    if (wanted !== filter || !member) return;
    for (const id of refused()) answeredHere.delete(id);
    const now = loaded();
    if (!page.ok) {
      const { problem } = page;
      if (now) change({ problem, loadingMore: false });
      else view.set({ is: 'problem', problem, retrying: false });
      return;
    }
    const known = now?.member.memberId === member.memberId ? now : null;
    const same = known && shownFor === wanted ? known : null;
    const { lines, counts, marketingHours } = page.value;
    const kept = same ? stillThere(same.lines, page.value, from, isAnswered) : [];
    if (from !== null || kept.length <= lines.length) next = page.value.next;
    shownFor = wanted;
    view.set({
      is: 'queue',
      member,
      filter: wanted,
      settling: false,
      lines: withPage(kept, lines, from).filter(isWaiting),
      counts: { ...counts, open: Math.max(0, counts.open - pending()) },
      facets: known?.facets ?? null,
      patterns: known?.patterns ?? null,
      marketingHours,
      more: next !== null,
      loadingMore: false,
      chosen: known?.chosen ?? null,
      opened: known?.opened ?? { is: 'none' },
      alike: known?.alike ?? null,
      problem: null,
    });
    if (from === null) void count();
    if (!known) void lookForPatterns();
  };

  /** What was answered here is counted by the store only once it has it; until then the counts of before, moved along, are right. */
  const count = async () => {
    const wanted = filter;
    const now = loaded();
    if (now?.facets && now.filter === wanted && countedFor === wanted && pending() > 0) return;
    const answer = await ask('review.facets', { filter: wanted });
    if (!answer.ok || wanted !== filter) return;
    countedFor = wanted;
    change({ facets: answer.value });
  };
  let countedFor: ReviewFilter | null = null;

  const lookForPatterns = async () => {
    const answer = await ask('review.patterns', {});
    if (answer.ok) change({ patterns: answer.value });
  };

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
    const line = loaded()?.lines.find(({ entry }) => entry.id === feedbackId);
    if (!line) return;
    change({ chosen: feedbackId, opened: { is: 'loading' }, alike: null });
    void countAlike(line);
    const answer = await ask('review.case', { leadId: line.entry.leadId, feedbackId });
    if (loaded()?.chosen !== feedbackId) return;
    change({
      opened: answer.ok
        ? { is: 'case', case: answer.value }
        : { is: 'problem', problem: answer.problem },
    });
  };

  const countAlike = async (line: ReviewLine) => {
    const like = alikeTo(line);
    if (!like) return;
    const answer = await ask('review.facets', { filter: like });
    if (!answer.ok || loaded()?.chosen !== line.entry.id) return;
    // Those answered here a moment ago are still counted; more than go with one press are not promised.
    const leaving = [...unsent()].filter((id) => {
      const gone = isAnswered(id) ? taken.get(id) : undefined;
      const itsLike = gone ? alikeTo(gone) : null;
      return itsLike !== null && sameFilter(itsLike, like);
    });
    change({ alike: Math.min(AT_ONCE, Math.max(1, answer.value.total - leaving.length)) });
  };

  return {
    view,
    show(wanted: ReviewFilter) {
      if (sameFilter(wanted, filter)) return;
      filter = wanted;
      change({ filter, settling: true });
      // Also while the first answer is on its way: it is to another question now, and will be thrown away.
      begin();
    },
    choose(feedbackId: string | null) {
      if (feedbackId === null) change({ chosen: null, opened: { is: 'none' }, alike: null });
      else void openCase(feedbackId);
    },
    loadMore() {
      const now = loaded();
      if (!now || now.loadingMore || now.settling || next === null) return;
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
      if (loaded()) void load(null);
    },
    refreshCase() {
      const now = loaded();
      if (now?.chosen) void openCase(now.chosen);
    },
    isAnswered,
    /** Takes lines off the open queue as soon as their answers are on the disk. */
    answered(feedbackIds: readonly string[]) {
      for (const id of feedbackIds) answeredHere.add(id);
      const now = loaded();
      if (!now || filter.state !== 'open') return;
      const gone = now.lines.filter((line) => !isWaiting(line));
      for (const line of gone) taken.set(line.entry.id, line);
      change({
        lines: now.lines.filter(isWaiting),
        facets: now.facets && shifted(now.facets, gone, -1),
        counts: moved(now.counts, feedbackIds.length),
      });
    },
    /** Puts back what was answered here and taken back before it left. */
    takenBack(feedbackIds: readonly string[]) {
      const back = feedbackIds.flatMap((id) => {
        answeredHere.delete(id);
        return taken.get(id) ?? [];
      });
      const now = loaded();
      if (!now || filter.state !== 'open') return;
      change({
        lines: withBack(now.lines, back),
        facets: now.facets && shifted(now.facets, back, 1),
        counts: moved(now.counts, -feedbackIds.length),
      });
    },
  };
}

/** @returns the filter that shows the open lines with the same reason from the same source; null where there is no reason */
export function alikeTo(line: ReviewLine): ReviewFilter | null {
  const said = saidOf(line);
  const { reason } = line.entry;
  if (!said || reason === null) return null;
  return { ...EVERYTHING, said: [said], reasons: [reason], sources: [line.source] };
}

function moved(counts: QueueView['counts'], by: number): QueueView['counts'] {
  return {
    ...counts,
    open: Math.max(0, counts.open - by),
    answered: Math.max(0, counts.answered + by),
  };
}
