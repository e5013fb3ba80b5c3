/** The newest moment of each of many leads, in one statement. */
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { QUIET_KINDS } from '../leads/moments.ts';
import { SHOWN_COLUMNS, type ShownRow } from '../leads/timeline-page.ts';

/** @returns by lead; those that have none are missing */
export async function lastMoments(
  db: Db,
  wsId: string,
  leadIds: readonly string[],
): Promise<Map<string, ShownRow>> {
  if (leadIds.length === 0) return new Map();
  const columns = sql.join(SHOWN_COLUMNS.map((column) => sql.ref(`own.${column}`)));
  const { rows } = await sql<ShownRow & { lead_id: string }>`
    select lead.lead_id, ${columns} from lead
    cross join lateral (
      select * from event
      where event.lead_id = lead.lead_id and event.ws_id = lead.ws_id
        and not event.machine and event.kind <> all(${[...QUIET_KINDS]}::text[])
      order by event.at desc, event.event_id desc limit 1
    ) as own
    where lead.lead_id = any(${leadIds}::uuid[]) and lead.ws_id = ${wsId}`.execute(db);
  return new Map(rows.map(({ lead_id, ...row }) => [lead_id, row]));
}
