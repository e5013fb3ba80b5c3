/** What must hold of the tables at any moment, whatever was going on. */
import { expect } from 'vitest';
import type { Db } from '../../../server/db/database.ts';

/**
 * Every event is of a lead that is shown and goes back to a part of it; every name leads to somebody in one step; a merge is
 * whole or not at all.
 *
 * @returns how many merges there are, those taken back included
 */
export async function expectConsistent(db: Db, wsId: string): Promise<number> {
  const rows = await db
    .selectFrom('lead')
    .where('ws_id', '=', wsId)
    .select(['lead_id', 'merged_into', 'joined'])
    .execute();
  const parts = await db.selectFrom('lead_part').where('ws_id', '=', wsId).selectAll().execute();
  const merges = await db.selectFrom('lead_merge').where('ws_id', '=', wsId).selectAll().execute();
  const events = await db
    .selectFrom('event')
    .where('ws_id', '=', wsId)
    .select(['lead_id', 'origin'])
    .execute();
  const names = await db.selectFrom('identity').where('ws_id', '=', wsId).selectAll().execute();
  const leads = new Map(rows.map((lead) => [lead.lead_id, lead]));
  const partsOf = Map.groupBy(parts, ({ lead_id }) => lead_id);

  for (const { lead_id, origin } of events) {
    expect(leads.get(lead_id)?.merged_into, 'lead of an event').toBeNull();
    const own = partsOf.get(lead_id)?.map((part) => part.origin) ?? [];
    if (origin !== null) expect(own, 'part of an event').toContain(origin);
  }
  for (const { lead_id } of names) {
    const goesTo = leads.get(lead_id)?.merged_into ?? lead_id;
    expect(leads.get(goesTo)?.merged_into, 'lead of a name').toBeNull();
  }
  // The row that points on, the part, and the word of why are there together.
  const merged = rows.filter(({ merged_into }) => merged_into !== null);
  const joined = parts.filter(({ into_id }) => into_id !== null);
  expect(joined.map(({ origin, lead_id }) => `${origin} ${lead_id}`).sort()).toEqual(
    merged.map(({ lead_id, merged_into }) => `${lead_id} ${merged_into}`).sort(),
  );
  expect(joined.map(({ merge_id }) => merge_id).sort()).toEqual(
    merges.flatMap(({ merge_id, undone_at }) => (undone_at === null ? [merge_id] : [])).sort(),
  );
  for (const { lead_id, joined: isJoined } of rows) {
    const isMany = (partsOf.get(lead_id)?.length ?? 0) > 1;
    expect(isJoined ?? false, 'joined').toBe(isMany);
  }
  return merges.length;
}
