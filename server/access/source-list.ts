/** The senders of a workspace as people see them. */
import { sql } from 'kysely';
import type { Source } from '../../lib/contract/sources.ts';
import type { Db } from '../db/database.ts';
import { KINDS } from './new-source.ts';

const WEEK_MS = 7 * 86_400_000;

/**
 * @param base scheme and host of this store
 * @returns those that may send, oldest first
 */
export async function listSources(
  db: Db,
  wsId: string,
  base: string,
  now: number,
): Promise<Source[]> {
  const rows = await db
    .selectFrom('source')
    .where('ws_id', '=', wsId)
    .where('revoked_at', 'is', null)
    .selectAll()
    .orderBy('created_at')
    .orderBy('source_id')
    .execute();
  const refused = await refusedBySource(db, wsId, new Date(now - WEEK_MS));
  return rows.map((row) => ({
    sourceId: row.source_id,
    kind: row.kind,
    label: row.label,
    proof: KINDS[row.kind].proof,
    address: addressOf(row.kind, row.source_id, base),
    ready: KINDS[row.kind].secret === null || row.secret !== null,
    createdAt: row.created_at.toISOString(),
    lastAt: row.last_at?.toISOString() ?? null,
    refused: refused.get(row.source_id) ?? 0,
    mapping: row.mapping,
  }));
}

/** @returns where such a sender sends to, without any secret */
export function addressOf(kind: Source['kind'], sourceId: string, base: string): string | null {
  if (kind === 'import') return null;
  return kind === 'segment' ? `${base}/v1` : `${base}/hooks/${sourceId}`;
}

async function refusedBySource(db: Db, wsId: string, since: Date): Promise<Map<string, number>> {
  const { rows } = await sql<{ source_id: string; n: number }>`
    select source_id, count(*) as n from intake
    where ws_id = ${wsId} and at >= ${since} group by source_id`.execute(db);
  return new Map(rows.map(({ source_id, n }) => [source_id, Number(n)]));
}
