/** One change of a workspace's definition at a time. */
import type { Db } from '../db/database.ts';

/** Holds the workspace until the transaction ends. */
export async function lockWorkspace(tx: Db, wsId: string): Promise<void> {
  await tx
    .selectFrom('workspace')
    .where('ws_id', '=', wsId)
    .select('ws_id')
    .forUpdate()
    .executeTakeFirstOrThrow();
}
