/** The outbox as popup and options list it, one by one. */
import type { FeedbackItem } from '../contract/feedback.ts';
import type { Problem } from '../contract/problem.ts';
import { foreign, type OutboxEntry, type Sender } from '../feedback/entry.ts';

interface OutboxItem {
  id: string;
  item: FeedbackItem;
  /** Whom it is about, if that is known here. */
  lead: string | null;
  state: 'waiting' | 'sending' | 'attention';
  /** Said by somebody else, or for another store. */
  foreign: boolean;
  message: string | null;
  nextTryAt: number | null;
}

/**
 * @param sender as whom we are connected; what was said as somebody else needs the person's attention
 * @param nameOf whom a lead id stands for, if that is known here
 */
export function outboxItems(
  entries: OutboxEntry[],
  problem: Problem | null,
  sender: Sender | null,
  nameOf: (leadId: string) => string | null = () => null,
): OutboxItem[] {
  return entries.map((entry) => {
    const { item, state, message, notBefore } = entry;
    const stranger = foreign(entry, sender);
    const stuck = state === 'parked' || stranger !== null;
    return {
      id: item.id,
      item,
      lead: item.kind === 'registration' ? item.facts.name : nameOf(item.leadId),
      state: stuck ? 'attention' : state,
      foreign: stranger !== null,
      message: stranger ?? message ?? (state === 'waiting' ? (problem?.title ?? null) : null),
      nextTryAt: stuck ? null : notBefore,
    };
  });
}
