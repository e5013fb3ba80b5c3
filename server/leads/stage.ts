/** The stage that follows from what sales said and from what became of it. */
import {
  isOutcome,
  outcomeKind,
  STAGE_AFTER,
  STAGE_BY,
  type Stage,
} from '../../lib/contract/words.ts';
import type { Db } from '../db/database.ts';
import type { Changed } from './rescore.ts';

/**
 * The latest word decides, be it a verdict or an outcome, and the latest by the time it was given or happened, not the
 * one that arrived last: an outbox may have been offline for a day, and a CRM may tell of a deal a week late.
 *
 * @returns the stage after it; null when there is neither verdict nor outcome
 */
export async function stageByWord(db: Db, wsId: string, leadId: string): Promise<Stage | null> {
  const verdict = await lastVerdict(db, wsId, leadId);
  const outcome = await lastOutcome(db, wsId, leadId);
  if (!verdict) return outcome?.stage ?? null;
  // Of the same millisecond, the deal is the surer word.
  return outcome && outcome.at >= verdict.at ? outcome.stage : verdict.stage;
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
    const stage = ended ? await stageByWord(tx, wsId, lead.lead_id) : null;
    after.push(stage === null ? one : { ...one, lead: { ...lead, stage } });
  }
  return after;
}

interface Word {
  at: Date;
  stage: Stage;
}

/** `seq` orders what one device said within a millisecond or with a clock that went back. */
async function lastVerdict(db: Db, wsId: string, leadId: string): Promise<Word | null> {
  const latest = await db
    .selectFrom('feedback')
    .where('lead_id', '=', leadId)
    .where('ws_id', '=', wsId)
    .where('kind', '=', 'verdict')
    .select(['verdict', 'order_at'])
    .orderBy('order_at', 'desc')
    .orderBy('seq', 'desc')
    .orderBy('feedback_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return latest?.verdict ? { at: latest.order_at, stage: STAGE_AFTER[latest.verdict] } : null;
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
