/** What to know before deciding about a lead, the gravest first. */
import type { FeedbackEntry, Warning } from '../../lib/contract/lead.ts';
import { isOutcome } from '../../lib/contract/words.ts';
import { dayInWords } from './dates.ts';
import type { LeadEvent } from './scored-events.ts';

/**
 * @param events of the lead, oldest first
 * @param feedback of the lead, newest first
 */
export function warningsFor(
  optedOut: boolean,
  events: readonly LeadEvent[],
  feedback: readonly FeedbackEntry[],
): Warning[] {
  // The verdict that stands is on screen already; only what was before it can come as news.
  const earlier = feedback.filter((one) => one.kind === 'verdict').slice(1);
  return [
    ...(optedOut ? [optOut(events)] : []),
    ...customer(events),
    ...openOpportunity(events),
    ...rejection(earlier),
    ...acceptance(earlier),
    ...bounce(events),
  ];
}

function optOut(events: readonly LeadEvent[]): Warning {
  const event = events.findLast((one) => one.kind === 'unsubscribed' && !one.machine);
  const when = event ? ` on ${dayInWords(event.at)}` : '';
  return { kind: 'opted_out', text: `Opted out of e-mail${when}.` };
}

function customer(events: readonly LeadEvent[]): Warning[] {
  const won = events.find(({ kind }) => kind === 'deal_won');
  if (!won) return [];
  return [{ kind: 'customer', text: `A customer since ${dayInWords(won.at)}${nameOf(won)}.` }];
}

/** Open until one is won or lost; which one, most senders do not say. */
function openOpportunity(events: readonly LeadEvent[]): Warning[] {
  const last = events.findLast(({ kind }) => isOutcome(kind));
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
function bounce(events: readonly LeadEvent[]): Warning[] {
  const last = events.findLast(
    (one) =>
      one.kind === 'email_bounced' ||
      one.kind === 'email_delivered' ||
      one.kind === 'email_clicked',
  );
  if (last?.kind !== 'email_bounced') return [];
  return [{ kind: 'bounced', text: `The last e-mail bounced on ${dayInWords(last.at)}.` }];
}
