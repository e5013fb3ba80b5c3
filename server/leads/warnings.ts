/** What to know before deciding about a lead, the gravest first. */
import type { FeedbackEntry, Warning } from '../../lib/contract/lead.ts';
import type { EventKind } from '../../lib/contract/words.ts';
import { dayInWords } from './dates.ts';
import { type Digest, lastOf } from './digest.ts';
import type { LeadEvent } from './scored-events.ts';

/** @param feedback of the lead, newest first */
export function warningsFor(
  optedOut: boolean,
  digest: Digest,
  feedback: readonly FeedbackEntry[],
): Warning[] {
  // The verdict that stands is on screen already; only what was before it can come as news.
  const earlier = feedback.filter((one) => one.kind === 'verdict').slice(1);
  return [
    ...(optedOut ? [optOut(digest)] : []),
    ...customer(digest),
    ...openOpportunity(digest),
    ...rejection(earlier),
    ...acceptance(earlier),
    ...bounce(digest),
  ];
}

function optOut(digest: Digest): Warning {
  const at = lastOf(digest, ({ kind, machine }) => kind === 'unsubscribed' && !machine);
  const when = at === null ? '' : ` on ${dayInWords(at)}`;
  return { kind: 'opted_out', text: `Opted out of e-mail${when}.` };
}

function customer({ outcomes }: Digest): Warning[] {
  const won = outcomes.find(({ kind }) => kind === 'deal_won');
  if (!won) return [];
  return [{ kind: 'customer', text: `A customer since ${dayInWords(won.at)}${nameOf(won)}.` }];
}

/** Open until one is won or lost; which one, most senders do not say. */
function openOpportunity({ outcomes }: Digest): Warning[] {
  const last = outcomes.at(-1);
  if (last?.kind !== 'opportunity_opened') return [];
  const text = `An opportunity has been open since ${dayInWords(last.at)}${nameOf(last)}.`;
  return [{ kind: 'open_opportunity', text }];
}

function nameOf({ title }: LeadEvent): string {
  return title === null ? '' : `: “${title}”`;
}

function rejection(feedback: readonly FeedbackEntry[]): Warning[] {
  const entry = feedback.find(
    (one) => one.verdict === 'rejected' || one.verdict === 'disqualified',
  );
  if (!entry) return [];
  const what = entry.verdict === 'rejected' ? 'Rejected' : 'Disqualified';
  const why = entry.reason === null ? '' : `: ${entry.reason}`;
  return [{ kind: 'rejected_before', text: `${what} before${why} (${said(entry)}).` }];
}

function acceptance(feedback: readonly FeedbackEntry[]): Warning[] {
  const entry = feedback.find((one) => one.verdict === 'accepted' || one.verdict === 'qualified');
  if (!entry) return [];
  const what = entry.verdict === 'accepted' ? 'Accepted' : 'Qualified';
  return [{ kind: 'accepted_before', text: `${what} before (${said(entry)}).` }];
}

function said(entry: FeedbackEntry): string {
  return `${entry.mine ? 'you' : entry.by}, ${dayInWords(new Date(entry.madeAt))}`;
}

/** A bounce is old news once something arrived again. */
function bounce(digest: Digest): Warning[] {
  const bouncedAt = lastOf(digest, ({ kind }) => kind === 'email_bounced');
  const arrivedAt = lastOf(digest, ({ kind }) => ARRIVED.has(kind));
  if (bouncedAt === null || (arrivedAt !== null && arrivedAt >= bouncedAt)) return [];
  return [{ kind: 'bounced', text: `The last e-mail bounced on ${dayInWords(bouncedAt)}.` }];
}

const ARRIVED: ReadonlySet<EventKind> = new Set(['email_delivered', 'email_clicked']);
