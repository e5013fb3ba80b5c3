/** What the outbox looks like to people: how many wait, what needs attention, what was said about this lead. */
import type { FeedbackItem } from '../contract/feedback.ts';
import type { FeedbackEntry, LeadCard } from '../contract/lead.ts';
import type { Problem } from '../contract/problem.ts';
import { sayingWords } from '../words/saying.ts';
import { foreign, type OutboxEntry, type Sender } from './entry.ts';

export interface OutboxView {
  /** What lies here cannot be read just now. */
  isUnread: boolean;
  waiting: number;
  sending: boolean;
  attention: { id: string; message: string }[];
  lastProblem: Problem | null;
}

interface Outbox {
  entries: OutboxEntry[];
  lastProblem: Problem | null;
  isUnread: boolean;
}

/** @returns the outbox in five facts */
export function outboxView(
  { entries, lastProblem, isUnread }: Outbox,
  sender: Sender | null,
): OutboxView {
  const parked = entries.filter(
    (entry) => entry.state === 'parked' || foreign(entry, sender) !== null,
  );
  return {
    isUnread,
    waiting: entries.length - parked.length,
    sending: entries.some((entry) => entry.state === 'sending'),
    attention: parked.map((entry) => ({
      id: entry.item.id,
      message: foreign(entry, sender) ?? entry.message ?? sayingWords().refusedUnsaid,
    })),
    lastProblem: entries.length > parked.length ? lastProblem : null,
  };
}

/** @returns what was said about this lead and is still on its way, newest first, as history shows it */
export function saidAbout(
  card: LeadCard,
  items: readonly FeedbackItem[],
  by: string,
): FeedbackEntry[] {
  return items
    .filter((item) => item.leadId === card.leadId)
    .flatMap((item) => entryOf(item, card, by) ?? [])
    .toReversed();
}

function entryOf(item: FeedbackItem, card: LeadCard, by: string): FeedbackEntry | null {
  if (item.kind !== 'verdict' && item.kind !== 'flag') return null;
  const verdict = item.kind === 'verdict' ? item : null;
  const flag = item.kind === 'flag' ? item : null;
  return {
    id: item.id,
    leadId: item.leadId,
    kind: item.kind,
    verdict: verdict?.verdict ?? null,
    flag: flag?.flag ?? null,
    ruleId: flag?.ruleId ?? null,
    fault: flag?.fault ?? null,
    reason: verdict ? reasonLabel(verdict.reason, card) : null,
    note: item.note,
    until: verdict?.until ?? null,
    wakeOn: verdict?.wakeOn ?? [],
    by,
    mine: true,
    madeAt: item.madeAt,
    pointsThen: item.snapshot.enough ? item.snapshot.points : null,
    resolution: null,
  };
}

/** @returns the label of a reason id in the card's definition; the id itself if it is not (any more) in it */
export function reasonLabel(id: string | null, card: LeadCard): string | null {
  if (id === null) return null;
  const { rejected, disqualified, recycled } = card.definition.reasons;
  const all = [...rejected, ...disqualified, ...recycled];
  return all.find((reason) => reason.id === id)?.label ?? id;
}
