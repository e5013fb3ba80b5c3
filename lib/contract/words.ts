/** The vocabulary of the field as closed lists: stages, verdicts, kinds of events, roles. See docs/flow.md. */
import * as z from 'zod/mini';

/** Where a lead stands between the first sign of interest and the end. */
export const stage = z.enum([
  'inquiry',
  'mql',
  'sal',
  'sql',
  'opportunity',
  'won',
  'rejected',
  'disqualified',
  'recycled',
  'lost',
]);
export type Stage = z.infer<typeof stage>;

/** Sales' answer. Rejected (before contact) is about targeting, disqualified (after contact) about the buyer. */
export const verdictKind = z.enum([
  'accepted',
  'rejected',
  'qualified',
  'disqualified',
  'recycled',
]);
export type VerdictKind = z.infer<typeof verdictKind>;

/** "The score is too high, too low", or one line of its explanation is wrong. */
export const flagKind = z.enum(['score_too_high', 'score_too_low', 'signal_wrong']);
export type FlagKind = z.infer<typeof flagKind>;

/** What is wrong with one signal. */
export const signalFault = z.enum(['bot', 'not_this_person', 'wrong_attribution', 'outdated']);
export type SignalFault = z.infer<typeof signalFault>;

/** Marketing's answer to feedback. */
export const resolutionKind = z.enum(['changed', 'kept', 'duplicate', 'corrected']);
export type ResolutionKind = z.infer<typeof resolutionKind>;

/** What a lead does. Whatever a source says that is not one of these, nor an outcome, is `other`, name kept. */
export const engagementKind = z.enum([
  'page_viewed',
  'form_submitted',
  'content_downloaded',
  'webinar_registered',
  'webinar_attended',
  'event_attended',
  'demo_requested',
  'trial_started',
  'meeting_booked',
  'email_sent',
  'email_delivered',
  'email_opened',
  'email_clicked',
  'email_bounced',
  'unsubscribed',
  'spam_reported',
  'other',
]);

/** What became of a lead, as the CRM tells it. The answer, not engagement: nothing of it is ever counted. */
export const outcomeKind = z.enum(['opportunity_opened', 'deal_won', 'deal_lost']);
export type OutcomeKind = z.infer<typeof outcomeKind>;

/** The kinds of events in a timeline. */
export const eventKind = z.enum([...engagementKind.options, ...outcomeKind.options]);
export type EventKind = z.infer<typeof eventKind>;

/** @returns whether an event of this kind tells what became of a lead instead of what it did */
export function isOutcome(kind: EventKind): kind is OutcomeKind {
  return Object.hasOwn(STAGE_BY, kind);
}

/** The stage a lead is in after this outcome. */
export const STAGE_BY: Record<OutcomeKind, Stage> = {
  opportunity_opened: 'opportunity',
  deal_won: 'won',
  deal_lost: 'lost',
};

/** What a member may do: a marketer may do all a rep may, an admin all a marketer may. */
export const role = z.enum(['rep', 'marketer', 'admin']);
export type Role = z.infer<typeof role>;

const RANK: Record<Role, number> = { rep: 0, marketer: 1, admin: 2 };

/** @returns whether somebody with the role `has` may do what needs the role `needs`. */
export function mayActAs(has: Role, needs: Role): boolean {
  return RANK[has] >= RANK[needs];
}

/** For a chip in a list: over the line or near it, of some interest, or not. */
export const heat = z.enum(['hot', 'warm', 'cold']);
export type Heat = z.infer<typeof heat>;

/** The stage a lead is in after this verdict. */
export const STAGE_AFTER: Record<VerdictKind, Stage> = {
  accepted: 'sal',
  rejected: 'rejected',
  qualified: 'sql',
  disqualified: 'disqualified',
  recycled: 'recycled',
};
