/** The timeline as far as it was asked for: the card's newest moments, then page by page. */
import type { TimelineEvent, TimelineFilter } from '../contract/event.ts';
import type { LeadCard } from '../contract/lead.ts';
import type { Problem } from '../contract/problem.ts';
import type { Ask } from '../messaging/ask.ts';
import { type Cell, cell } from '../platform/cell.ts';

export interface TimelineView {
  filter: TimelineFilter;
  /** Newest first. */
  events: TimelineEvent[];
  more: boolean;
  loading: boolean;
  problem: Problem | null;
}

export interface Timeline {
  view: Cell<TimelineView>;
  /** A card came: another lead starts over, the same lead gets its new events on top. */
  take(card: LeadCard): void;
  choose(filter: TimelineFilter): void;
  loadMore(): void;
}

const EMPTY: TimelineView = {
  filter: 'moments',
  events: [],
  more: false,
  loading: false,
  problem: null,
};

export function timeline(ask: Ask): Timeline {
  const view = cell<TimelineView>(EMPTY);
  let card: LeadCard | null = null;
  /** Where the next page starts; null is the newest event. */
  let before: string | null = null;

  const load = async (startOver: boolean) => {
    if (!card) return;
    const { leadId } = card;
    const { filter } = view.get();
    const from = startOver ? null : before;
    view.set({ ...view.get(), loading: true, problem: null });
    const page = await ask('lead.events', { leadId, filter, before: from });
    if (card?.leadId !== leadId || view.get().filter !== filter) return;
    if (!page.ok) {
      view.set({ ...view.get(), loading: false, problem: page.problem });
      return;
    }
    // A first page that is asked for again must not throw away the later ones.
    if (!startOver || before === null) before = page.value.next;
    view.set({
      filter,
      events: merged(view.get().events, page.value.events),
      more: before !== null,
      loading: false,
      problem: null,
    });
  };

  const start = (filter: TimelineFilter) => {
    before = null;
    const moments = filter === 'moments' && card ? card.moments : [];
    const more = filter === 'moments' && card ? card.counts.moments > moments.length : true;
    view.set({ ...EMPTY, filter, events: moments, more });
    if (filter === 'all') void load(true);
  };

  return {
    view,
    take(next) {
      const other = card?.leadId !== next.leadId;
      const changed = card?.rev !== next.rev;
      card = next;
      if (other) start('moments');
      else if (changed && view.get().filter === 'all') void load(true);
      else if (changed) {
        view.set({ ...view.get(), events: merged(view.get().events, next.moments) });
      }
    },
    choose: start,
    loadMore() {
      if (!view.get().loading) void load(false);
    },
  };
}

/** Both lists as one, newest first, each event once; the later reading of an event wins. */
function merged(known: TimelineEvent[], fresh: TimelineEvent[]): TimelineEvent[] {
  const all = new Map([...known, ...fresh].map((event) => [event.id, event]));
  return [...all.values()].sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));
}
