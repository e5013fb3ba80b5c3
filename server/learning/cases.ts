/**
 * server/learning: what verdicts teach, kept ready for whoever asks.
 *
 * In: frozen verdicts, a definition. Out: what points mean (calibration), and for the review desk honest figures, suggestions
 * and previews. The thinking is in lib/score/learn; here is when it is done, and where the answer waits. Nothing here changes
 * a definition.
 *
 * This file: frozen verdicts out of their table.
 */
import { sql } from 'kysely';
import { frozenLead } from '../../lib/contract/counters.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { VerdictCase } from '../../lib/score/learn/verdict-case.ts';
import type { Db } from '../db/database.ts';
import { matchingHash } from '../leads/counting.ts';

/** @returns all verdicts of a workspace that can be read, oldest first */
export async function casesOf(db: Db, wsId: string): Promise<VerdictCase[]> {
  const rows = await db
    .selectFrom('verdict_case')
    .where('ws_id', '=', wsId)
    .selectAll()
    .orderBy('decided_at')
    .orderBy('feedback_id')
    .execute();
  return rows.flatMap((row) => {
    const lead = frozenLead.safeParse(row.body);
    if (!lead.success) return [];
    return {
      leadId: row.lead_id,
      at: row.decided_at.getTime(),
      memberId: row.member_id,
      verdict: row.verdict,
      reason: row.reason,
      lead: lead.data,
    };
  });
}

/**
 * Their number is not enough: under a new definition that tells events apart otherwise, the same verdicts are counted again,
 * one by one.
 *
 * @returns what is another one when a verdict has come, gone or been counted again
 */
export async function stateOfCases(
  db: Db,
  wsId: string,
  definition: LeadDefinition,
): Promise<string> {
  const { rows } = await sql<{ all: number; counted: number }>`select count(*) as "all",
      count(*) filter (where body->>'matching' = ${matchingHash(definition)}
        and body->'fit'->'source' is not null) as counted
    from verdict_case where ws_id = ${wsId}`.execute(db);
  return `${rows[0]?.all ?? 0} ${rows[0]?.counted ?? 0}`;
}

/** @returns how many there are: when this changes, there is something to learn */
export async function countCases(db: Db, wsId: string): Promise<number> {
  const { count } = await db
    .selectFrom('verdict_case')
    .where('ws_id', '=', wsId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
