/** The timeline as far as it was asked for: the card's newest moments, then page by page; the person's or the company's. */
import type { TimelineEvent } from '../contract/event.ts';
import type { Colleague, LeadCard } from '../contract/lead.ts';
import { done, type Problem, type Result } from '../contract/problem.ts';
import type { EventKind } from '../contract/words.ts';
import type { Ask } from '../messaging/ask.ts';
import { type Cell, cell } from '../platform/cell.ts';
import { merged } from './timeline-merge.ts';

/** What this person did that is worth telling, everything they did, or what everybody of their company did. */
export type TimelineTab = 'moments' | 'all' | 'company';

export interface TimelineView {
  tab: TimelineTab;
  /** Only these, under `all`; empty: every kind. */
  kinds: EventKind[];
  /** Newest first. */
  events: TimelineEvent[];
  /** The others of the company, most engaged first, once `company` was asked for. */
  colleagues: Colleague[];
  more: boolean;
  loading: boolean;
  problem: Problem | null;
}

export interface Timeline {
  view: Cell<TimelineView>;
  /** A card came: another lead starts over, the same lead gets its new events on top. */
  take(card: LeadCard): void;
  choose(tab: TimelineTab): void;
  /** Leaves only events of these kinds; none: all again. */
  narrow(kinds: EventKind[]): void;
  loadMore(): void;
}

/** Of nobody yet, and of a card that shows none. */
export const NO_TIMELINE: TimelineView = {
  tab: 'moments',
  kinds: [],
  events: [],
  colleagues: [],
  more: false,
  loading: false,
  problem: null,
};

type Page = Pick<TimelineView, 'events'> & { next: string | null; colleagues?: Colleague[] };

export function timeline(ask: Ask): Timeline {
  const view = cell<TimelineView>(NO_TIMELINE);
  let card: LeadCard | null = null;
  /** Where the next page starts; null is the newest event. */
  let before: string | null = null;
  /** Counts what was begun: an answer to a list that has given way to another is dropped. */
  let round = 0;

  const load = async (startOver: boolean) => {
    if (!card) return;
    const own = round;
    const { tab, kinds } = view.get();
    const from = startOver ? null : before;
    view.set({ ...view.get(), loading: true, problem: null });
    const page = await pageOf(ask, card.leadId, tab, kinds, from);
    if (own !== round) return;
    if (!page.ok) {
      view.set({ ...view.get(), loading: false, problem: page.problem });
      return;
    }
    const { events, next, colleagues } = page.value;
    // A first page that is asked for again must not throw away the later ones.
    if (!startOver || before === null) before = next;
    view.set({
      ...view.get(),
      events: merged(view.get().events, events),
      ...(colleagues ? { colleagues } : {}),
      more: before !== null,
      loading: false,
    });
  };

  const start = (tab: TimelineTab, kinds: EventKind[] = []) => {
    round += 1;
    before = null;
    const moments = tab === 'moments' && card ? card.moments : [];
    const more = tab === 'moments' && card ? card.counts.moments > moments.length : true;
    const colleagues = tab === 'company' && card ? card.colleaguesTop : [];
    view.set({ ...NO_TIMELINE, tab, kinds, events: moments, colleagues, more });
    if (tab !== 'moments') void load(true);
  };

  return {
    view,
    take(next) {
      const other = card?.leadId !== next.leadId;
      const changed = card?.rev !== next.rev;
      card = next;
      if (other) start('moments');
      else if (changed && view.get().tab !== 'moments') void load(true);
      else if (changed) {
        view.set({ ...view.get(), events: merged(view.get().events, next.moments) });
      }
    },
    choose: start,
    narrow: (kinds) => start('all', kinds),
    loadMore() {
      if (!view.get().loading) void load(false);
    },
  };
}

async function pageOf(
  ask: Ask,
  leadId: string,
  tab: TimelineTab,
  kinds: EventKind[],
  before: string | null,
): Promise<Result<Page>> {
  if (tab !== 'company') return ask('lead.events', { leadId, filter: tab, kinds, before });
  const account = await ask('lead.account', { leadId, before });
  return account.ok ? done(account.value) : account;
}
