/** How far the scores under a definition are: the row that people watch. The work itself is in server/work. */
import { sql } from 'kysely';
import type { Rescoring } from '../../lib/contract/learning.ts';
import type { Db } from '../db/database.ts';

/**
 * Which leads still have points of an older definition, or none. A lead of the first revision is just being made, by a
 * request that scores it itself.
 */
export const outdated = (wsId: string, version: number) => sql`ws_id = ${wsId}
  and merged_into is null and rev > 1 and coalesce(scored_version, 0) < ${version}::int`;

/** Writes down that it has begun and how much there is to do, unless somebody has. */
export async function beginRescoring(
  db: Db,
  wsId: string,
  version: number,
  now: number,
): Promise<void> {
  await sql`insert into rescoring (ws_id, version, started_at, total, done, finished_at)
    select ${wsId}::uuid, ${version}::int, ${new Date(now)}::timestamptz, count(*), 0, null
    from lead where ${outdated(wsId, version)}
    on conflict (ws_id, version) do nothing`.execute(db);
}

/** @returns null when nothing had to be scored again */
export async function rescoringOf(
  db: Db,
  wsId: string,
  version: number,
): Promise<Rescoring | null> {
  const row = await db
    .selectFrom('rescoring')
    .where('ws_id', '=', wsId)
    .where('version', '=', version)
    .selectAll()
    .executeTakeFirst();
  if (!row) return null;
  return {
    version: row.version,
    startedAt: row.started_at.toISOString(),
    total: row.total,
    done: row.done,
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}
