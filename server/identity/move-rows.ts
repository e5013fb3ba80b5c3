/** Rows that go with a lead when it is joined to another one, and come back when it is taken apart. */
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';

/** The tables, and their columns besides lead_id and origin. A test compares them with the catalog. */
export const MOVED: Record<'event' | 'feedback' | 'resolution' | 'verdict_case', string> = {
  event:
    'ws_id, event_id, at, kind, name, title, path, url, campaign, channel, mail, source, machine, clock_corrected, props, received_at',
  feedback:
    'ws_id, feedback_id, member_id, kind, verdict, flag, reason_label, body, seq, made_at, order_at, received_at, queue, answered_at, points_then, chance_then, rules_then, version_then, rest, wake_at, woken_at, woken',
  resolution:
    'ws_id, resolution_id, feedback_id, member_id, kind, reply, seq, made_at, order_at, received_at',
  verdict_case: 'ws_id, feedback_id, decided_at, member_id, verdict, reason, body',
};

export interface Move {
  wsId: string;
  from: string;
  to: string;
  /** Only what came with these leads; null moves everything. */
  origins: readonly string[] | null;
}

/**
 * Insert-select, then delete: a sharded table does not let its shard key be updated.
 *
 * @returns how many rows of each table went
 */
export async function moveRows(
  tx: Db,
  { wsId, from, to, origins }: Move,
): Promise<Record<keyof typeof MOVED, number>> {
  const moved = { event: 0, feedback: 0, resolution: 0, verdict_case: 0 };
  const some = origins === null ? sql`` : sql` and origin = any(${[...origins]}::uuid[])`;
  for (const table of ['event', 'feedback', 'resolution', 'verdict_case'] as const) {
    const name = sql.table(table);
    const rest = sql.raw(MOVED[table]);
    // A row of the lead it stands in has no origin; where it goes, it needs one, until it is home again.
    await sql`insert into ${name} (lead_id, origin, ${rest})
      select ${to}::uuid, nullif(coalesce(origin, lead_id), ${to}::uuid), ${rest} from ${name}
      where lead_id = ${from} and ws_id = ${wsId}${some}
      on conflict do nothing`.execute(tx);
    const { numAffectedRows } =
      await sql`delete from ${name} where lead_id = ${from} and ws_id = ${wsId}${some}`.execute(tx);
    moved[table] = Number(numAffectedRows ?? 0);
  }
  return moved;
}
