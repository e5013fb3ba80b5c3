/**
 * server/wake: recycling as a contract.
 *
 * In: verdicts that put a lead to sleep until a day or a signal, days that pass, events that arrive. Out: leads that are sales'
 * business again, once each, with why and what had happened meanwhile. The sleep stands on the verdict itself (`rest`,
 * `wake_at`, `woken_at`, `woken` of the feedback table), so it goes wherever that goes. This file: who sleeps.
 */
import { verdict as verdictItem } from '../../lib/contract/feedback.ts';
import type { WakeSignal } from '../../lib/contract/wake.ts';
import type { Stage } from '../../lib/contract/words.ts';
import type { Db } from '../db/database.ts';
import type { FeedbackRow } from '../leads/history.ts';

const DAY_MS = 86_400_000;
/** What is tomorrow for a rep may have begun in UTC: nobody wakes in the evening of the day on which they were put to sleep. */
const SHORTEST_MS = DAY_MS / 2;

/** A verdict that a lead sleeps under. */
export interface Rest {
  feedbackId: string;
  /** The part of the lead it was said of. */
  cell: string;
  /** When it was put to sleep: only what happens later wakes it. */
  since: Date;
  until: string | null;
  signals: readonly WakeSignal[];
  /** What the rep saw when they decided. */
  pointsThen: number | null;
  /** The lead definition they saw. */
  versionThen: number | null;
}

/** @returns when a lead wakes that is recycled until this day */
export function wakeTime(until: string, since: Date): Date {
  return new Date(Math.max(Date.parse(until), since.getTime() + SHORTEST_MS));
}

/** @returns under what these leads sleep; those that do not are missing */
export async function restsOf(
  db: Db,
  wsId: string,
  leadIds: readonly string[],
): Promise<Map<string, Rest>> {
  if (leadIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('feedback')
    .where('lead_id', 'in', [...leadIds])
    .where('ws_id', '=', wsId)
    .where('rest', '=', 'asleep')
    .selectAll()
    // The latest comes last and so wins below.
    .orderBy('order_at')
    .orderBy('seq')
    .orderBy('feedback_id')
    .execute();
  return new Map(rows.map((row) => [row.lead_id, restOf(row)]));
}

/** @returns the verdict as a sleep */
export function restOf(
  row: Pick<FeedbackRow, 'lead_id' | 'feedback_id' | 'origin' | 'order_at' | 'body'>,
): Rest {
  const said = verdictItem.safeParse(row.body);
  return {
    feedbackId: row.feedback_id,
    cell: row.origin ?? row.lead_id,
    since: row.order_at,
    until: said.success ? said.data.until : null,
    signals: said.success ? said.data.wakeOn : [],
    pointsThen: said.success ? said.data.snapshot.points : null,
    versionThen: said.success ? said.data.snapshot.definitionVersion : null,
  };
}

/**
 * After the last word on a lead may have become another one: only the last one can let it sleep. The caller holds the lead.
 *
 * @param stage that follows from all that was said and happened
 */
export async function settleRest(
  tx: Db,
  wsId: string,
  leadId: string,
  stage: Stage,
): Promise<void> {
  const verdicts = await tx
    .selectFrom('feedback')
    .where('lead_id', '=', leadId)
    .where('ws_id', '=', wsId)
    .where('kind', '=', 'verdict')
    .select(['feedback_id', 'verdict', 'rest', 'woken_at'])
    .orderBy('order_at', 'desc')
    .orderBy('seq', 'desc')
    .orderBy('feedback_id', 'desc')
    .execute();
  for (const [place, row] of verdicts.entries()) {
    const isLast = place === 0 && row.verdict === 'recycled';
    const rest = isLast ? restIn(stage, row.woken_at) : null;
    if (rest !== row.rest) await setRest(tx, wsId, leadId, row.feedback_id, rest);
  }
}

function restIn(stage: Stage, wokenAt: Date | null): FeedbackRow['rest'] {
  if (wokenAt === null) return stage === 'recycled' ? 'asleep' : null;
  return stage === 'mql' ? 'woken' : null;
}

async function setRest(
  tx: Db,
  wsId: string,
  leadId: string,
  feedbackId: string,
  rest: FeedbackRow['rest'],
): Promise<void> {
  await tx
    .updateTable('feedback')
    .set({ rest })
    .where('lead_id', '=', leadId)
    .where('ws_id', '=', wsId)
    .where('feedback_id', '=', feedbackId)
    .execute();
}
