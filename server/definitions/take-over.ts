/** What an edit does not undo: what both sides said so far, and the day on which it is to start. */
import type { AgreedDraft } from '../../lib/contract/agreement.ts';
import type { Db } from '../db/database.ts';
import { hasBegun } from './start.ts';

/** @param draftId the draft that stands in place of `before` */
export async function takeOver(
  tx: Db,
  wsId: string,
  { before, draftId, now }: { before: AgreedDraft; draftId: string; now: number },
): Promise<void> {
  await tx
    .updateTable('definition_comment')
    .set({ draft_id: draftId })
    .where('ws_id', '=', wsId)
    .where('draft_id', '=', before.draftId)
    .execute();
  const { startsOn } = before;
  if (startsOn === null || hasBegun(startsOn, now)) return;
  await tx
    .updateTable('definition_draft')
    .set({ starts_at: new Date(startsOn) })
    .where('ws_id', '=', wsId)
    .where('draft_id', '=', draftId)
    .execute();
}
