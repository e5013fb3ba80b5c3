/**
 * A verdict with the lead as it was when it was given, kept so that what is learned later knows nothing that came later.
 *
 * The measure is when things happened, not when they were told: an event counts if it happened before the verdict and was
 * here when the verdict arrived. So verdicts that were given offline, or brought along from another system, are frozen with
 * what their rep could know, and nothing that a lead did because sales called is ever taken for a reason to call.
 */
import type { FitAttributes, FrozenLead } from '../../lib/contract/counters.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Snapshot, Verdict } from '../../lib/contract/feedback.ts';
import { storable } from '../../lib/contract/text.ts';
import type { VerdictKind } from '../../lib/contract/words.ts';
import { countersOf, dayOf } from '../../lib/score/counters.ts';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import { matchingHash } from '../leads/counting.ts';
import { firstOf } from '../leads/first-touch.ts';
import type { Lead } from '../leads/follow.ts';
import { FIT_ATTRIBUTES, fitOf } from '../leads/person.ts';
import { eventsUntil, type LeadEvent } from '../leads/scored-events.ts';

/** What a verdict says, and when. */
export interface Judged {
  feedbackId: string;
  memberId: string;
  verdict: VerdictKind;
  reason: string | null;
  decidedAt: Date;
  receivedAt: Date;
  snapshot: Pick<Snapshot, 'points' | 'definitionVersion'>;
  /** The part of a joined lead that it was said of; null for the lead itself. */
  origin: string | null;
}

/** @returns what this item says */
export function judgedOf(
  { id, verdict, reason, snapshot }: Verdict,
  by: Pick<Judged, 'memberId' | 'decidedAt' | 'receivedAt' | 'origin'>,
): Judged {
  return { feedbackId: id, verdict, reason, snapshot, ...by };
}

/**
 * The caller holds the lead.
 *
 * @param definition the one in force, which the counters are made for
 */
export async function freeze(
  tx: Db,
  lead: Lead,
  judged: Judged,
  definition: LeadDefinition,
): Promise<void> {
  const frozen = await frozenLead(tx, lead, judged, definition);
  await tx
    .insertInto('verdict_case')
    .values({
      lead_id: lead.lead_id,
      ws_id: lead.ws_id,
      feedback_id: judged.feedbackId,
      decided_at: judged.decidedAt,
      member_id: judged.memberId,
      verdict: judged.verdict,
      reason: judged.reason === null ? null : storable(judged.reason),
      body: toJson(frozen),
      origin: judged.origin,
    })
    .onConflict((conflict) => conflict.columns(['lead_id', 'ws_id', 'feedback_id']).doNothing())
    .execute();
}

/**
 * Counts a frozen lead again if it was counted under rules that tell events apart otherwise, and finds out where it came from
 * if that was not looked at yet. What was known of the person stays.
 *
 * @returns whether there is a frozen lead
 */
export async function recountCase(
  tx: Db,
  lead: Lead,
  { feedbackId, decidedAt, receivedAt }: Judged,
  definition: LeadDefinition,
): Promise<boolean> {
  const row = await tx
    .selectFrom('verdict_case')
    .where('lead_id', '=', lead.lead_id)
    .where('ws_id', '=', lead.ws_id)
    .where('feedback_id', '=', feedbackId)
    .select('body')
    .executeTakeFirst();
  const matching = matchingHash(definition);
  if (!row) return false;
  const { fit } = row.body;
  const isCounted = row.body.matching === matching;
  if (isCounted && 'source' in fit) return true;
  const events = await eventsUntil(tx, lead, decidedAt, receivedAt);
  const counters = isCounted ? row.body.counters : countersOf(events, definition);
  const cameFrom = 'source' in fit ? {} : cameFromThen(lead, events, decidedAt);
  await tx
    .updateTable('verdict_case')
    .set({ body: toJson({ ...row.body, fit: { ...fit, ...cameFrom }, counters, matching }) })
    .where('lead_id', '=', lead.lead_id)
    .where('ws_id', '=', lead.ws_id)
    .where('feedback_id', '=', feedbackId)
    .execute();
  return true;
}

async function frozenLead(
  tx: Db,
  lead: Lead,
  { decidedAt, receivedAt, snapshot }: Judged,
  definition: LeadDefinition,
): Promise<FrozenLead> {
  const events = await eventsUntil(tx, lead, decidedAt, receivedAt);
  return {
    day: dayOf(decidedAt.getTime()),
    fit: { ...fitThen(lead, decidedAt), ...cameFromThen(lead, events, decidedAt) },
    counters: countersOf(events, definition),
    matching: matchingHash(definition),
    salesSourced: lead.sales_sourced,
    points: snapshot.points,
    definitionVersion: snapshot.definitionVersion,
  };
}

/**
 * What was told of the person after the verdict was often found out because of it, so it is left out; what it was before is
 * not on record. Of leads from before each attribute had a time of its own, the time of the newest one is what there is.
 */
export function fitThen(lead: Lead, decidedAt: Date): FitAttributes {
  const fit = fitOf(lead);
  const since = lead.traits.since ?? {};
  for (const attribute of FIT_ATTRIBUTES) {
    // An address names a lead from the start, unless it says otherwise.
    const fallback = attribute === 'email' ? null : lead.traits_at;
    const own = since[attribute];
    const changedAt = own === undefined ? fallback : new Date(own);
    if (changedAt !== null && changedAt > decidedAt) forget(fit, attribute);
  }
  return fit;
}

/**
 * By what was here then. Of events that were deleted by age, what the lead still says of its first touch is what there is.
 *
 * @param events those it could be judged by, oldest first
 */
function cameFromThen(
  lead: Lead,
  events: readonly LeadEvent[],
  decidedAt: Date,
): Pick<FitAttributes, 'source' | 'campaign'> {
  const isOfThen = lead.first_at !== null && lead.first_at <= decidedAt;
  const seen = firstOf(events);
  const first = seen.first_at === null && isOfThen ? lead : seen;
  return { source: first.first_source, campaign: first.first_campaign };
}

function forget(fit: FitAttributes, attribute: keyof FitAttributes): void {
  fit[attribute] = null;
}
