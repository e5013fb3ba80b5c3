/** Lines of the review desk's queue. */
import type { FeedbackItem } from '../../lib/contract/feedback.ts';
import { feedbackItem } from '../../lib/contract/feedback.ts';
import type { ReviewLine } from '../../lib/contract/review.ts';
import type { Db } from '../db/database.ts';
import type { Asker } from '../http/context.ts';
import { liveLeads } from '../leads/follow.ts';
import { entriesOf, type FeedbackRow } from '../leads/history.ts';
import { repWords } from '../words/asked.ts';

/** @returns one line per row, in their order */
export async function linesOf(
  db: Db,
  { wsId, member, language }: Asker,
  rows: readonly FeedbackRow[],
): Promise<ReviewLine[]> {
  const entries = await entriesOf(db, wsId, rows, member.memberId, repWords(language));
  const leads = await liveLeads(
    db,
    wsId,
    rows.map((row) => row.lead_id),
  );
  return entries.map((entry, place) => {
    const lead = leads.get(entry.leadId);
    return {
      entry,
      name: lead?.name ?? lead?.email ?? null,
      company: lead?.company ?? null,
      source: lead?.first_source ?? null,
      campaign: lead?.first_campaign ?? null,
      thenPoints: rows[place]?.points_then ?? 0,
      nowPoints: lead?.points ?? 0,
    };
  });
}

type Snapshot = Extract<FeedbackItem, { kind: 'verdict' }>['snapshot'];

/** @returns what the rep saw; null for items that carry none */
export function snapshotIn(body: unknown): Snapshot | null {
  const item = feedbackItem.parse(body);
  return item.kind === 'verdict' || item.kind === 'flag' ? item.snapshot : null;
}
