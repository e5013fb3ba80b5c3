/** Leads that somebody took apart stay apart, whatever sources go on saying, until somebody joins them by hand. */
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';

/** @returns for each of these ids the ids it is kept apart from */
export async function apartFrom(
  db: Db,
  wsId: string,
  ids: readonly string[],
): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  if (ids.length === 0) return found;
  const rows = await db
    .selectFrom('kept_apart')
    .where('lead_id', 'in', [...new Set(ids)])
    .where('ws_id', '=', wsId)
    .select(['lead_id', 'other_id'])
    .execute();
  for (const { lead_id, other_id } of rows) {
    found.set(lead_id, (found.get(lead_id) ?? new Set()).add(other_id));
  }
  return found;
}

/** @returns whether any of one's parts is kept apart from any of the other's */
export function areApart(
  apart: ReadonlyMap<string, ReadonlySet<string>>,
  one: readonly string[],
  other: readonly string[],
): boolean {
  return one.some((id) => other.some((foe) => apart.get(id)?.has(foe)));
}

/** From now on. Both ways, so that either finds it under its own id. */
export async function keepApart(
  tx: Db,
  wsId: string,
  pair: readonly [string, string],
  now: number,
): Promise<void> {
  const rows = bothWays([pair[0]], [pair[1]]);
  await sql`insert into kept_apart (lead_id, ws_id, other_id, at)
    select x.lead_id, ${wsId}::uuid, x.other_id, ${new Date(now).toISOString()}::timestamptz
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as x(lead_id uuid, other_id uuid)
    on conflict do nothing`.execute(tx);
}

/** Somebody says that they are one after all. */
export async function mayMeetAgain(
  tx: Db,
  wsId: string,
  one: readonly string[],
  other: readonly string[],
): Promise<void> {
  for (const [ids, others] of [
    [one, other],
    [other, one],
  ] as const) {
    await tx
      .deleteFrom('kept_apart')
      .where('lead_id', 'in', [...ids])
      .where('ws_id', '=', wsId)
      .where('other_id', 'in', [...others])
      .execute();
  }
}

function bothWays(one: readonly string[], other: readonly string[]) {
  return one.flatMap((lead_id) =>
    other.flatMap((other_id) => [
      { lead_id, other_id },
      { lead_id: other_id, other_id: lead_id },
    ]),
  );
}
