/** Files that are done with: let go by somebody, not touched for a week, or broken off on their way in. */
import type { ImportState } from '../../lib/contract/imports.ts';

import type { Db } from '../db/database.ts';
import type { Store } from '../http/context.ts';
import { dropPieces, type FileKey } from './chunks.ts';
import { changeJob, failure } from './jobs.ts';
import { dropRefused } from './refused.ts';

const KEPT_MS = 7 * 86_400_000;
const RESTING: ImportState[] = ['tried', 'stopped', 'done', 'failed'];
/** Nothing was heard of a file that is coming in for so long. */
const SILENT_MS = 15 * 60_000;

/** @param keepJob the file goes, what became of it stays to be read */
export async function forgetFile(db: Db, key: FileKey, keepJob = false): Promise<void> {
  await dropPieces(db, key);
  await dropRefused(db, key);
  if (keepJob) return;
  await db
    .deleteFrom('import_job')
    .where('import_id', '=', key.importId)
    .where('ws_id', '=', key.wsId)
    .execute();
}

/** The jobs stay in the list; their files and refused rows go. */
export async function forgetOld(store: Store, wsId: string): Promise<void> {
  const { db } = store;
  const now = store.now();
  const silent = await db
    .selectFrom('import_job')
    .where('ws_id', '=', wsId)
    .where('state', '=', 'receiving')
    .where('received_at', 'is', null)
    .where('heard_at', '<', new Date(now - SILENT_MS))
    .select('import_id')
    .execute();
  for (const { import_id } of silent) {
    const key = { importId: import_id, wsId };
    const why = 'The file broke off on its way here. Send it again.';
    if (await changeJob(db, key, ['receiving'], failure(now, why))) await forgetFile(db, key, true);
  }
  const old = await db
    .selectFrom('import_job')
    .where('ws_id', '=', wsId)
    .where('received_at', 'is not', null)
    .where('heard_at', '<', new Date(now - KEPT_MS))
    .where('state', 'in', RESTING)
    .select('import_id')
    .execute();
  for (const { import_id } of old) {
    const key = { importId: import_id, wsId };
    await forgetFile(db, key, true);
    // Without its file it can only be looked at.
    await changeJob(db, key, RESTING, { received_at: null });
  }
}
