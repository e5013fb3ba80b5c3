/** What sales said and what marketing answered, on their way out. */
import type { Db } from '../db/database.ts';
import { type FeedbackRow, namesOf } from '../leads/history.ts';
import { BEFORE_ALL, PAGE, pages } from './page.ts';

export interface FeedbackOut {
  row: FeedbackRow;
  by: string;
  /** The item as it was sent, with what the rep saw. */
  item: unknown;
  answers: { resolution: string; reply: string; by: string; at: string }[];
}

/** @returns everything that was said, in the order of leads */
export async function* feedbackPages(db: Db, wsId: string): AsyncGenerator<FeedbackOut[]> {
  const names = await namesOf(db, wsId);
  const nameOf = (memberId: string) => names.get(memberId) ?? 'Somebody who left';
  const read = (after: FeedbackRow | null) =>
    db
      .selectFrom('feedback')
      .where('ws_id', '=', wsId)
      .where((eb) =>
        eb(
          eb.refTuple('lead_id', 'feedback_id'),
          '>',
          eb.tuple(after?.lead_id ?? BEFORE_ALL, after?.feedback_id ?? BEFORE_ALL),
        ),
      )
      .selectAll()
      .orderBy('lead_id')
      .orderBy('feedback_id')
      .limit(PAGE)
      .execute();
  for await (const page of pages(read)) {
    const answers = await answersTo(db, wsId, page);
    yield page.map((row) => ({
      row,
      by: nameOf(row.member_id),
      item: row.body,
      answers: (answers.get(row.feedback_id) ?? []).map((answer) => ({
        resolution: answer.kind,
        reply: answer.reply,
        by: nameOf(answer.member_id),
        at: answer.order_at.toISOString(),
      })),
    }));
  }
}

async function answersTo(db: Db, wsId: string, page: readonly FeedbackRow[]) {
  const rows = await db
    .selectFrom('resolution')
    .where('lead_id', 'in', [...new Set(page.map(({ lead_id }) => lead_id))])
    .where('ws_id', '=', wsId)
    .selectAll()
    .orderBy('order_at')
    .orderBy('resolution_id')
    .execute();
  return Map.groupBy(rows, ({ feedback_id }) => feedback_id);
}

export function feedbackObject({ row, by, item, answers }: FeedbackOut) {
  return {
    leadId: row.lead_id,
    feedbackId: row.feedback_id,
    kind: row.kind,
    verdict: row.verdict,
    flag: row.flag,
    reason: row.reason_label,
    by,
    madeAt: row.order_at.toISOString(),
    receivedAt: row.received_at.toISOString(),
    item,
    answers,
  };
}
