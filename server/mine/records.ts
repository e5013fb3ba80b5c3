/** Where the CRM shows leads, as far as anybody has opened them. */
import type { CrmRecord } from '../../lib/contract/record.ts';
import type { Db } from '../db/database.ts';
import { cellsOf } from '../identity/parts.ts';
import type { Lead } from '../leads/follow.ts';
import { recordIn } from '../leads/idents.ts';

const MOST_RECORDS = 5;

/** Names stay with the lead they were first names of, also when that one was joined to another. @returns records by lead */
export async function recordsOf(
  db: Db,
  wsId: string,
  leads: readonly Pick<Lead, 'lead_id' | 'joined'>[],
): Promise<Map<string, CrmRecord[]>> {
  if (leads.length === 0) return new Map();
  const cells = await cellsOf(db, wsId, leads);
  const rows = await db
    .selectFrom('identity')
    .where('lead_id', 'in', [...cells.values()].flat())
    .where('ws_id', '=', wsId)
    .where('ident', 'like', 'record:%')
    .select(['ident', 'lead_id'])
    .orderBy('ident')
    .execute();
  const byCell = Map.groupBy(rows, ({ lead_id }) => lead_id);
  return new Map(
    [...cells].map(([leadId, own]) => {
      const idents = own.flatMap((cell) => (byCell.get(cell) ?? []).map(({ ident }) => ident));
      return [leadId, idents.flatMap((ident) => recordIn(ident) ?? []).slice(0, MOST_RECORDS)];
    }),
  );
}
