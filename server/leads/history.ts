/** What sales said about leads and what marketing answered, as entries that people read. */
import type { Selectable } from 'kysely';
import { type FeedbackItem, feedbackItem } from '../../lib/contract/feedback.ts';
import type { FeedbackEntry } from '../../lib/contract/lead.ts';
import type { Db } from '../db/database.ts';
import type { FeedbackTable, ResolutionTable } from '../db/schema.ts';
import { repWords } from '../words/asked.ts';
import type { RepWords } from '../words/rep-words.ts';

export type FeedbackRow = Selectable<FeedbackTable>;

export type ResolutionRow = Selectable<ResolutionTable>;

/** What was said of one lead, and what was answered, as it was read with the lead. */
export interface Said {
  /** Newest first. */
  feedback: readonly FeedbackRow[];
  /** Oldest first. */
  resolutions: readonly ResolutionRow[];
  names: ReadonlyMap<string, string>;
}

/** @returns verdicts and flags of one lead as they are read, newest first */
export function historyOf(
  { feedback, resolutions, names }: Said,
  askerId: string,
  words: RepWords,
): FeedbackEntry[] {
  // The latest comes last and so wins.
  const answers = new Map(resolutions.map((row) => [row.feedback_id, row]));
  const nameOf = (memberId: string) => names.get(memberId) ?? words.somebodyWhoLeft;
  return feedback.map((row) => entryOf(row, answers.get(row.feedback_id), nameOf, askerId));
}

/** @returns these rows as entries, in their order, each with the latest answer it got */
export async function entriesOf(
  db: Db,
  wsId: string,
  rows: readonly FeedbackRow[],
  askerId: string,
  words: RepWords = repWords('en'),
): Promise<FeedbackEntry[]> {
  if (rows.length === 0) return [];
  const answered = rows.filter(({ answered_at }) => answered_at !== null);
  const [answers, names] = await Promise.all([answersTo(db, wsId, answered), namesOf(db, wsId)]);
  const nameOf = (memberId: string) => names.get(memberId) ?? words.somebodyWhoLeft;
  return rows.map((row) => entryOf(row, answers.get(row.feedback_id), nameOf, askerId));
}

/** @returns the latest answer to each of these, by the id of what it answers */
async function answersTo(
  db: Db,
  wsId: string,
  rows: readonly FeedbackRow[],
): Promise<Map<string, ResolutionRow>> {
  if (rows.length === 0) return new Map();
  const resolutions = await db
    .selectFrom('resolution')
    .where('lead_id', 'in', [...new Set(rows.map((row) => row.lead_id))])
    .where('ws_id', '=', wsId)
    .selectAll()
    // The latest comes last and so wins below.
    .orderBy('order_at')
    .orderBy('seq')
    .orderBy('resolution_id')
    .execute();
  return new Map(resolutions.map((row) => [row.feedback_id, row]));
}

function entryOf(
  row: FeedbackRow,
  answer: ResolutionRow | undefined,
  nameOf: (memberId: string) => string,
  askerId: string,
): FeedbackEntry {
  const item = feedbackItem.parse(row.body);
  return {
    id: row.feedback_id,
    leadId: row.lead_id,
    kind: row.kind === 'flag' ? 'flag' : 'verdict',
    verdict: row.verdict,
    flag: row.flag,
    ruleId: item.kind === 'flag' ? item.ruleId : null,
    fault: item.kind === 'flag' ? item.fault : null,
    reason: row.reason_label,
    note: item.kind === 'verdict' || item.kind === 'flag' ? item.note : '',
    until: item.kind === 'verdict' ? item.until : null,
    wakeOn: item.kind === 'verdict' ? item.wakeOn : [],
    by: nameOf(row.member_id),
    mine: row.member_id === askerId,
    madeAt: row.order_at.toISOString(),
    pointsThen: pointsOf(item),
    resolution: answer
      ? {
          kind: answer.kind,
          reply: answer.reply,
          by: nameOf(answer.member_id),
          madeAt: answer.order_at.toISOString(),
        }
      : null,
  };
}

function pointsOf(item: FeedbackItem): number | null {
  return 'snapshot' in item && item.snapshot.enough ? item.snapshot.points : null;
}

/** A workspace is one team, so all names are one small read. @returns names by member id */
export async function namesOf(db: Db, wsId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('member')
    .where('ws_id', '=', wsId)
    .select(['member_id', 'name'])
    .execute();
  return new Map(rows.map((row) => [row.member_id, row.name]));
}
