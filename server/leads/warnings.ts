/** What to know before deciding about a lead, the gravest first. */
import type { FeedbackEntry, LeadCard, Warning } from '../../lib/contract/lead.ts';
import type { EventKind, VerdictKind } from '../../lib/contract/words.ts';
import type { RepWords } from '../words/rep-words.ts';
import type { Namesake } from './company.ts';
import { type Digest, lastOf } from './digest.ts';

/** What warnings are made of. */
export interface Known {
  optedOut: boolean;
  digest: Digest;
  /** Of the lead, newest first. */
  feedback: readonly FeedbackEntry[];
  /** Those that told of this lead, as its card lists them. */
  sources: LeadCard['sources'];
  /** Others that may be the same person. */
  duplicates: readonly Namesake[];
}

export function warningsFor(
  { optedOut, digest, feedback, sources, duplicates }: Known,
  words: RepWords,
): Warning[] {
  // The verdict that stands is on screen already; only what was before it can come as news.
  const earlier = feedback.filter((one) => one.kind === 'verdict').slice(1);
  return [
    ...(optedOut ? [optOut(digest, words)] : []),
    ...customer(digest, words),
    ...openOpportunity(digest, words),
    ...before(earlier, ['rejected', 'disqualified'], 'rejected_before', words),
    ...before(earlier, ['accepted', 'qualified'], 'accepted_before', words),
    ...bounce(digest, words),
    ...duplicates.map((one) => duplicate(one, words)),
    ...stale(sources, words),
  ];
}

function optOut(digest: Digest, { day, warnings }: RepWords): Warning {
  const at = lastOf(digest, ({ kind, machine }) => kind === 'unsubscribed' && !machine);
  return { kind: 'opted_out', text: warnings.optedOut(at === null ? null : day(at)) };
}

function customer({ outcomes }: Digest, { day, warnings }: RepWords): Warning[] {
  const won = outcomes.find(({ kind }) => kind === 'deal_won');
  if (!won) return [];
  return [{ kind: 'customer', text: warnings.customer(day(won.at), won.title) }];
}

/** Open until one is won or lost; which one, most senders do not say. */
function openOpportunity({ outcomes }: Digest, { day, warnings }: RepWords): Warning[] {
  const last = outcomes.at(-1);
  if (last?.kind !== 'opportunity_opened') return [];
  const text = warnings.openOpportunity(day(last.at), last.title);
  return [{ kind: 'open_opportunity', text }];
}

/** The newest of these verdicts, if there is one. */
function before(
  feedback: readonly FeedbackEntry[],
  verdicts: readonly VerdictKind[],
  kind: Warning['kind'],
  { day, warnings }: RepWords,
): Warning[] {
  const entry = feedback.find((one) => one.verdict !== null && verdicts.includes(one.verdict));
  if (!entry?.verdict) return [];
  const by = entry.mine ? null : entry.by;
  // A rejection says why; an acceptance gives a reason at most by mistake.
  const reason = kind === 'rejected_before' ? entry.reason : null;
  const text = warnings.before(entry.verdict, reason, by, day(new Date(entry.madeAt)));
  return [{ kind, text }];
}

/** A bounce is old news once something arrived again. */
function bounce(digest: Digest, { day, warnings }: RepWords): Warning[] {
  const bouncedAt = lastOf(digest, ({ kind }) => kind === 'email_bounced');
  const arrivedAt = lastOf(digest, ({ kind }) => ARRIVED.has(kind));
  if (bouncedAt === null || (arrivedAt !== null && arrivedAt >= bouncedAt)) return [];
  return [{ kind: 'bounced', text: warnings.bounced(day(bouncedAt)) }];
}

const ARRIVED: ReadonlySet<EventKind> = new Set(['email_delivered', 'email_clicked']);

function duplicate({ name, company, stage }: Namesake, { warnings }: RepWords): Warning {
  return { kind: 'duplicate', text: warnings.duplicate(name, company, stage) };
}

function stale(sources: LeadCard['sources'], { warnings }: RepWords): Warning[] {
  return sources.flatMap(({ name, silentDays }) =>
    silentDays === null
      ? []
      : [{ kind: 'stale_source' as const, text: warnings.silent(name, silentDays) }],
  );
}
