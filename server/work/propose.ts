/** Once a calendar month: what verdicts suggest, as a draft that people sign or throw away. It is never applied by itself. */
import { createHash } from 'node:crypto';
import { inTransaction } from '../db/retry.ts';
import { insertDraft, isDraft, MONTHLY_REFRESH, openDraft } from '../definitions/drafts.ts';
import { lockWorkspace } from '../definitions/lock.ts';
import type { Store } from '../http/context.ts';
import { currentDefinition } from '../leads/definition.ts';
import { freshStudyOf } from '../learning/studies.ts';

/**
 * A draft that somebody is working on is left alone; the refresh then comes when that one is closed, if the month is not over.
 *
 * @returns whether there is a new draft
 */
export async function proposeMonthly(store: Store, wsId: string): Promise<boolean> {
  const { db } = store;
  const now = store.now();
  // Made of the month, so that two processes would write the same row.
  const draftId = monthlyId(wsId, new Date(now).toISOString().slice(0, 7));
  if ((await isDraft(db, wsId, draftId)) || (await openDraft(db, wsId))) return false;
  const definition = await currentDefinition(db, wsId);
  const { study } = await freshStudyOf(store, wsId, definition);
  if (!study.refreshed) return false;
  const draft = {
    draftId,
    madeAt: now,
    basedOn: definition.version,
    madeBy: MONTHLY_REFRESH,
    definition: study.refreshed,
    evidence: { changes: study.changes, before: study.before, after: study.after },
  };
  return inTransaction(db, async (tx) => {
    // The study took a while: somebody may have begun a draft since, or published another version.
    await lockWorkspace(tx, wsId);
    const { version } = await currentDefinition(tx, wsId);
    if (version !== draft.basedOn || (await openDraft(tx, wsId))) return false;
    return insertDraft(tx, wsId, draft);
  });
}

/** In the shape of a UUID version 8. */
function monthlyId(wsId: string, month: string): string {
  const hex = createHash('sha256').update(`${wsId} ${month}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
