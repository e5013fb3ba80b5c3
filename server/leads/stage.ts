/** The stage that follows from what sales said and from what became of it. */
import {
  isOutcome,
  outcomeKind,
  STAGE_AFTER,
  STAGE_BY,
  type Stage,
} from '../../lib/contract/words.ts';
import type { Db } from '../db/database.ts';
import { settleRest } from '../wake/rest.ts';
import { handedByOf } from '../wake/signals.ts';
import type { Lead } from './follow.ts';
import type { Changed } from './rescore.ts';

/** What the last word says of a lead. Handed over anew where a recycled one woke. */
export type ByWord = Partial<Pick<Lead, 'stage' | 'handoff_at' | 'handed_by'>>;

/**
 * The latest word decides, be it a verdict or an outcome, and the latest by the time it was given or happened, not the
 * one that arrived last: an outbox may have been offline for a day, and a CRM may tell of a deal a week late.
 *
 * @returns the stage after it; nothing when there is neither verdict nor outcome
 */
export async function standingByWord(db: Db, wsId: string, leadId: string): Promise<ByWord> {
  const verdict = await lastVerdict(db, wsId, leadId);
  const outcome = await lastOutcome(db, wsId, leadId);
  // Of the same millisecond, the deal is the surer word.
  if (outcome && !(verdict && verdict.at > outcome.at)) return { stage: outcome.stage };
  return verdict?.says ?? {};
}

/** @returns the same leads, in the stage that follows from the outcomes among their new events */
export async function afterOutcomes(
  tx: Db,
  wsId: string,
  changed: readonly Changed[],
): Promise<Changed[]> {
  const after: Changed[] = [];
  for (const one of changed) {
    const { lead, fresh } = one;
    const ended = fresh?.some(({ kind }) => isOutcome(kind)) ?? false;
    const says = ended ? await standingByWord(tx, wsId, lead.lead_id) : {};
    if (says.stage) await settleRest(tx, wsId, lead.lead_id, says.stage);
    after.push(says.stage ? { ...one, lead: { ...lead, ...says } } : one);
  }
  return after;
}

interface Word {
  at: Date;
  stage: Stage;
}

/** `seq` orders what one device said within a millisecond or with a clock that went back. */
async function lastVerdict(
  db: Db,
  wsId: string,
  leadId: string,
): Promise<{ at: Date; says: ByWord } | null> {
  const latest = await db
    .selectFrom('feedback')
    .where('lead_id', '=', leadId)
    .where('ws_id', '=', wsId)
    .where('kind', '=', 'verdict')
    .select(['verdict', 'order_at', 'woken_at', 'woken'])
    .orderBy('order_at', 'desc')
    .orderBy('seq', 'desc')
    .orderBy('feedback_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!latest?.verdict) return null;
  const { verdict, order_at: at, woken_at, woken } = latest;
  if (verdict !== 'recycled' || !woken_at) return { at, says: { stage: STAGE_AFTER[verdict] } };
  const handed_by = woken ? handedByOf(woken.because) : null;
  return { at, says: { stage: 'mql', handoff_at: woken_at, handed_by } };
}

async function lastOutcome(db: Db, wsId: string, leadId: string): Promise<Word | null> {
  const latest = await db
    .selectFrom('event')
    .where('lead_id', '=', leadId)
    .where('ws_id', '=', wsId)
    .where('kind', 'in', [...outcomeKind.options])
    .select(['kind', 'at'])
    .orderBy('at', 'desc')
    .orderBy('event_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const kind = outcomeKind.safeParse(latest?.kind);
  return latest && kind.success ? { at: latest.at, stage: STAGE_BY[kind.data] } : null;
}
