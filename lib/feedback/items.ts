/** What somebody said, as the item that travels: with the snapshot of what they saw when they said it. */
import { v4, v7 } from 'uuid';
import type { Flag, Registration, Resolution, Snapshot, Verdict } from '../contract/feedback.ts';
import type { LeadCard } from '../contract/lead.ts';
import type { CrmRecord, RegistrationFacts } from '../contract/record.ts';

export interface ItemTools {
  now(): number;
  /** A new UUIDv7: the idempotency key from here to the table. */
  id(): string;
}

export const realTools: ItemTools = { now: Date.now, id: v7 };

/** `seq` is given by the outbox when it saves. */
const base = (leadId: string, { now, id }: ItemTools) => ({
  id: id(),
  leadId,
  madeAt: new Date(now()).toISOString(),
  seq: 0,
});

export function verdictItem(
  card: LeadCard,
  said: Pick<Verdict, 'verdict' | 'reason' | 'note' | 'until'> & Partial<Pick<Verdict, 'wakeOn'>>,
  tools: ItemTools,
): Verdict {
  return {
    ...base(card.leadId, tools),
    kind: 'verdict',
    ...said,
    until: said.verdict === 'recycled' ? said.until : null,
    wakeOn: said.verdict === 'recycled' ? (said.wakeOn ?? []) : [],
    snapshot: snapshotOf(card, tools),
  };
}

export function flagItem(
  card: LeadCard,
  said: Pick<Flag, 'flag' | 'ruleId' | 'fault' | 'note'>,
  tools: ItemTools,
): Flag {
  return { ...base(card.leadId, tools), kind: 'flag', ...said, snapshot: snapshotOf(card, tools) };
}

/** The lead gets its id here, so that a verdict on it can be given before the store has heard of it. */
export function registrationItem(
  record: CrmRecord,
  facts: RegistrationFacts,
  tools: ItemTools,
): Registration {
  return { ...base(v4(), tools), kind: 'registration', record, facts };
}

export function resolutionItem(
  said: { leadId: string; feedbackId: string; resolution: Resolution['resolution']; reply: string },
  tools: ItemTools,
): Resolution {
  const { leadId, ...rest } = said;
  return { ...base(leadId, tools), kind: 'resolution', ...rest };
}

/** What the rep has in front of them, frozen. */
function snapshotOf(card: LeadCard, { now }: ItemTools): Snapshot {
  const { score } = card;
  return {
    at: new Date(now()).toISOString(),
    cardRev: card.rev,
    definitionVersion: score.definitionVersion,
    stage: card.stage,
    points: score.points,
    chance: score.chance?.percent ?? null,
    grade: score.grade,
    enough: score.enough,
    contributions: score.contributions.slice(0, 40),
    lastEvents: card.moments.slice(0, 10),
  };
}
