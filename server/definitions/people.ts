/** Who is meant by the ids under drafts and versions. */
import type { Db } from '../db/database.ts';

export type People = ReadonlyMap<string, { name: string; isGone: boolean }>;

/** A workspace is one team, so all of them are one small read. @returns members by id, those who left as well */
export async function peopleOf(db: Db, wsId: string): Promise<People> {
  const rows = await db
    .selectFrom('member')
    .where('ws_id', '=', wsId)
    .select(['member_id', 'name', 'removed_at'])
    .execute();
  return new Map(
    rows.map((row) => [row.member_id, { name: row.name, isGone: row.removed_at !== null }]),
  );
}
