/** The outbox as the options page lists it, and as a file. */
import type { OutboxItemView } from '../../components/options/props.ts';
import type { Problem } from '../../lib/contract/problem.ts';
import type { OutboxEntry } from '../../lib/feedback/entry.ts';

export function outboxItems(entries: OutboxEntry[], problem: Problem | null): OutboxItemView[] {
  return entries.map(({ item, state, message, notBefore }) => ({
    id: item.id,
    item,
    lead: item.kind === 'registration' ? item.facts.name : null,
    state: state === 'parked' ? 'attention' : state,
    message: message ?? (state === 'waiting' ? (problem?.title ?? null) : null),
    nextTryAt: state === 'parked' ? null : notBefore,
  }));
}

/** Gives the person all that is unsent as JSON: theirs to keep whatever happens to this browser. */
export function saveAsFile(entries: OutboxEntry[]): void {
  const blob = new Blob([JSON.stringify(entries, null, 2)], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = 'truce-outbox.json';
  link.click();
  URL.revokeObjectURL(link.href);
}
