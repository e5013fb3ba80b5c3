/** The stage that follows from what sales said. */
import { STAGE_AFTER, type Stage } from '../../lib/contract/words.ts';
import type { Db } from '../db/database.ts';

/**
 * The latest verdict by the time it was given decides, not the one that arrived last: an outbox may have been
 * offline for a day. `seq` orders what one device said within a millisecond or with a clock that went back.
 *
 * @returns the stage after the latest verdict; null when nobody gave one
 */
export async function stageByVerdict(db: Db, wsId: string, leadId: string): Promise<Stage | null> {
  const latest = await db
    .selectFrom('feedback')
    .where('lead_id', '=', leadId)
    .where('ws_id', '=', wsId)
    .where('kind', '=', 'verdict')
    .select('verdict')
    .orderBy('order_at', 'desc')
    .orderBy('seq', 'desc')
    .orderBy('feedback_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return latest?.verdict ? STAGE_AFTER[latest.verdict] : null;
}
