/** A draft that waited for its day and does not come into force on it: written down, since two sides had agreed on it. */
import type { AgreedDraft } from '../../lib/contract/agreement.ts';
import { writeDown } from '../access/audit.ts';
import type { Db } from '../db/database.ts';
import type { Asker, Store } from '../http/context.ts';

/** @param why goes on from “It will not start: …” */
export async function callOff(
  tx: Db,
  store: Store,
  { wsId, member }: { wsId: string; member: Pick<Asker['member'], 'memberId'> | null },
  draft: AgreedDraft | null,
  why: string,
): Promise<void> {
  if (!draft?.scheduled) return;
  await tx
    .updateTable('definition_draft')
    .set({ scheduled_by: null })
    .where('ws_id', '=', wsId)
    .where('draft_id', '=', draft.draftId)
    .execute();
  await writeDown(tx, store, {
    wsId,
    memberId: member?.memberId ?? null,
    action: 'definition.called-off',
    what: `${inAudit(draft)}, which was to start on ${draft.startsOn}: ${why}`,
  });
}

/** @returns a draft as the audit log calls it */
export function inAudit({ definition }: Pick<AgreedDraft, 'definition'>): string {
  return `${definition.name}, version ${definition.version}`;
}
