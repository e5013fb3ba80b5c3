/**
 * server/definitions: from a proposal to a definition that both sides have signed.
 *
 * In: a definition that somebody, or the monthly refresh, proposes; a signed one from an admin. Out: one open draft with
 * what it rests on; the next version, in force for every lead from then on. A version, once written, never changes.
 *
 * This file: drafts in their table.
 */
import { type LeadDefinition, leadDefinition } from '../../lib/contract/definition.ts';
import type { DefinitionDraft } from '../../lib/contract/learning.ts';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import type { Evidence } from '../db/schema-score.ts';
import { namesOf } from '../leads/history.ts';

/** Stands where a member's id would. */
export const MONTHLY_REFRESH = 'monthly refresh';

export interface NewDraft {
  draftId: string;
  madeAt: number;
  basedOn: number;
  /** A member's id, or MONTHLY_REFRESH. */
  madeBy: string;
  definition: LeadDefinition;
  evidence: Evidence;
}

/** @returns the draft that waits for signatures, or null */
export async function openDraft(db: Db, wsId: string): Promise<DefinitionDraft | null> {
  const row = await db
    .selectFrom('definition_draft')
    .where('ws_id', '=', wsId)
    .where('closed_at', 'is', null)
    .selectAll()
    .orderBy('made_at', 'desc')
    .orderBy('draft_id')
    .limit(1)
    .executeTakeFirst();
  const definition = leadDefinition.safeParse(row?.body);
  if (!row || !definition.success) return null;
  return {
    draftId: row.draft_id,
    madeAt: row.made_at.toISOString(),
    by: await nameOf(db, wsId, row.made_by),
    basedOn: row.based_on,
    definition: definition.data,
    ...row.evidence,
  };
}

/** @returns false when there is one of this id already */
export async function insertDraft(db: Db, wsId: string, draft: NewDraft): Promise<boolean> {
  const inserted = await db
    .insertInto('definition_draft')
    .values({
      ws_id: wsId,
      draft_id: draft.draftId,
      made_at: new Date(draft.madeAt),
      based_on: draft.basedOn,
      made_by: draft.madeBy,
      body: toJson(draft.definition),
      evidence: toJson(draft.evidence),
    })
    .onConflict((conflict) => conflict.columns(['ws_id', 'draft_id']).doNothing())
    .returning('draft_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Closes this draft, or all that are open. */
export async function closeDrafts(
  db: Db,
  wsId: string,
  now: number,
  draftId?: string,
): Promise<void> {
  let query = db
    .updateTable('definition_draft')
    .set({ closed_at: new Date(now) })
    .where('ws_id', '=', wsId)
    .where('closed_at', 'is', null);
  if (draftId !== undefined) query = query.where('draft_id', '=', draftId);
  await query.execute();
}

/** @returns whether there is a draft of this id, open or closed */
export async function isDraft(db: Db, wsId: string, draftId: string): Promise<boolean> {
  const row = await db
    .selectFrom('definition_draft')
    .where('ws_id', '=', wsId)
    .where('draft_id', '=', draftId)
    .select('draft_id')
    .executeTakeFirst();
  return row !== undefined;
}

async function nameOf(db: Db, wsId: string, madeBy: string): Promise<string> {
  if (madeBy === MONTHLY_REFRESH) return madeBy;
  return (await namesOf(db, wsId)).get(madeBy) ?? 'Somebody who left';
}
