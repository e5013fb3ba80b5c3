/** The outbox as the options page lists it, and as a file. */
import type { OutboxItemView } from '../../components/options/props.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import { foreign, type OutboxEntry, type Sender } from '../../lib/feedback/entry.ts';

/** @param sender as whom we are connected; what was said as somebody else needs the person's attention */
export function outboxItems(
  entries: OutboxEntry[],
  problem: Problem | null,
  sender: Sender | null,
): OutboxItemView[] {
  return entries.map((entry) => {
    const { item, state, message, notBefore } = entry;
    const stranger = foreign(entry, sender);
    const stuck = state === 'parked' || stranger !== null;
    return {
      id: item.id,
      item,
      lead: item.kind === 'registration' ? item.facts.name : null,
      state: stuck ? 'attention' : state,
      message: stranger ?? message ?? (state === 'waiting' ? (problem?.title ?? null) : null),
      nextTryAt: stuck ? null : notBefore,
    };
  });
}
