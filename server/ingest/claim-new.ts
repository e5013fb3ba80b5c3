/** Names nobody has, claimed all in one statement. */
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';

/** @returns the names that are theirs now; the others somebody got in the meantime */
export async function claimNew(
  db: Db,
  wsId: string,
  claims: readonly { ident: string; leadId: string }[],
): Promise<Set<string>> {
  if (claims.length === 0) return new Set();
  // In order, so that two requests that claim the same names wait for each other only one way round.
  const ordered = claims.toSorted((a, b) => (a.ident < b.ident ? -1 : 1));
  const { rows } = await sql<{ ident: string }>`insert into identity (ident, ws_id, lead_id)
    select x.ident, ${wsId}::uuid, x."leadId" from jsonb_to_recordset(${toJson(ordered)}::jsonb)
      as x(ident text, "leadId" uuid)
    on conflict (ident, ws_id) do nothing
    returning ident`.execute(db);
  return new Set(rows.map(({ ident }) => ident));
}
