/**
 * server/definitions: from a proposal to a definition that both sides have signed.
 *
 * In: a definition that somebody, or the monthly refresh, proposes; signatures of marketing and of sales. Out: one open draft
 * with what it rests on and what was said of it; the next version, in force for every lead at once or from a day on. A version,
 * once written, never changes; going back to one is the next version with what it said.
 *
 * This file: drafts in their table.
 */
import type { Selectable } from 'kysely';
import { type LeadDefinition, leadDefinition } from '../../lib/contract/definition.ts';
import type { DefinitionDraft } from '../../lib/contract/learning.ts';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import type { DefinitionDraftTable, Evidence } from '../db/schema-score.ts';
import { type People, peopleOf } from './people.ts';

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

export type DraftRow = Selectable<DefinitionDraftTable>;

/** @returns the draft that waits for signatures, or null */
export async function openDraft(db: Db, wsId: string): Promise<DefinitionDraft | null> {
  const row = await openRow(db, wsId);
  return row ? draftOf(row, await peopleOf(db, wsId)) : null;
}

/** @returns the same as it is kept */
export async function openRow(db: Db, wsId: string): Promise<DraftRow | undefined> {
  return db
    .selectFrom('definition_draft')
    .where('ws_id', '=', wsId)
    .where('closed_at', 'is', null)
    .selectAll()
    .orderBy('made_at', 'desc')
    .orderBy('draft_id')
    .limit(1)
    .executeTakeFirst();
}

/** @returns null when it cannot be read any more */
export function draftOf(row: DraftRow, people: People): DefinitionDraft | null {
  const definition = leadDefinition.safeParse(row.body);
  if (!definition.success) return null;
  return {
    draftId: row.draft_id,
    madeAt: row.made_at.toISOString(),
    by: nameOf(row.made_by, people),
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

function nameOf(madeBy: string, people: People): string {
  if (madeBy === MONTHLY_REFRESH) return madeBy;
  return people.get(madeBy)?.name ?? 'Somebody who left';
}
