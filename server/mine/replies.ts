/** What marketing answered to what a member said. */
import { sql } from 'kysely';
import type { FeedbackEntry } from '../../lib/contract/lead.ts';
import type { Db } from '../db/database.ts';
import type { Asker } from '../http/context.ts';
import { entriesOf } from '../leads/history.ts';
import { repWords } from '../words/asked.ts';

const DAYS_MS = 30 * 86_400_000;

/** @returns what was answered within the last thirty days, newest first */
export async function repliesTo(
  db: Db,
  { wsId, member, language }: Asker,
  now: number,
  most: number,
): Promise<FeedbackEntry[]> {
  const rows = await db
    .selectFrom('feedback')
    .where('ws_id', '=', wsId)
    .where('member_id', '=', member.memberId)
    // Written out, as the index has it.
    .where('queue', '=', sql.lit('answered'))
    .where('answered_at', '>=', new Date(now - DAYS_MS))
    .selectAll()
    .orderBy('answered_at', 'desc')
    .orderBy('feedback_id', 'desc')
    .limit(most)
    .execute();
  return entriesOf(db, wsId, rows, member.memberId, repWords(language));
}
