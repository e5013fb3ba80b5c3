/** The draft that is open, with its signatures and comments; and changing it while nobody else does. */
import type { Selectable } from 'kysely';
import type { AgreedDraft, DraftComment, Side, Signature } from '../../lib/contract/agreement.ts';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import type { SignatureRow } from '../db/schema-agreement.ts';
import type { DefinitionDraftTable } from '../db/schema-score.ts';
import { draftOf, isDraft, openRow } from './drafts.ts';
import { lockWorkspace } from './lock.ts';
import { type People, peopleOf } from './people.ts';

/** @returns the draft that waits for signatures or for its day, or null */
export async function openAgreed(db: Db, wsId: string): Promise<AgreedDraft | null> {
  const row = await openRow(db, wsId);
  if (!row) return null;
  const people = await peopleOf(db, wsId);
  const draft = draftOf(row, people);
  if (!draft) return null;
  return {
    ...draft,
    signatures: signaturesOf(row, people),
    comments: await commentsOf(db, wsId, row.draft_id, people),
    startsOn: row.starts_at?.toISOString().slice(0, 10) ?? null,
    scheduled: row.scheduled_by !== null,
  };
}

/** @returns whose signature is missing under it */
export function missingSides({ signatures }: Pick<AgreedDraft, 'signatures'>): Side[] {
  return (['marketing', 'sales'] as const).filter((side) => signatures[side] === null);
}

/**
 * One at a time: who signs, edits, publishes or throws away waits for whoever was first, and then sees what that one did.
 *
 * @param change may refuse; then nothing is written
 * @returns the draft as it is afterwards
 */
export async function changeDraft(
  db: Db,
  wsId: string,
  draftId: string,
  change: (tx: Db, draft: AgreedDraft) => Promise<Result<unknown>>,
): Promise<Result<AgreedDraft>> {
  return inTransaction(db, async (tx) => {
    const held = await heldDraft(tx, wsId, draftId);
    if (!held.ok) return held;
    const changed = await change(tx, held.value);
    if (!changed.ok) return changed;
    const draft = await openAgreed(tx, wsId);
    return draft ? done(draft) : noSuchDraft();
  });
}

/** Holds the workspace. @returns the open draft, if it is still this one */
export async function heldDraft(
  tx: Db,
  wsId: string,
  draftId: string,
): Promise<Result<AgreedDraft>> {
  await lockWorkspace(tx, wsId);
  const draft = await openAgreed(tx, wsId);
  if (draft?.draftId === draftId) return done(draft);
  if (!(await isDraft(tx, wsId, draftId))) return noSuchDraft();
  return failed(
    'conflict',
    'This draft is not open any more',
    'It was changed, put in force or thrown away meanwhile. Load the page again and read what is proposed now.',
  );
}

export function noSuchDraft(): Result<never> {
  return failed(
    'not-found',
    'There is no such draft',
    'Load the page again to see what is proposed now.',
  );
}

/** Whoever left the team cannot be asked any more, so their signature does not count. */
function signaturesOf(
  row: Selectable<DefinitionDraftTable>,
  people: People,
): AgreedDraft['signatures'] {
  const shown = (signed: SignatureRow | null): Signature | null => {
    const member = signed && people.get(signed.memberId);
    return signed && member && !member.isGone ? { ...signed, by: member.name } : null;
  };
  return { marketing: shown(row.signed_marketing), sales: shown(row.signed_sales) };
}

async function commentsOf(
  db: Db,
  wsId: string,
  draftId: string,
  people: People,
): Promise<DraftComment[]> {
  const rows = await db
    .selectFrom('definition_comment')
    .where('ws_id', '=', wsId)
    .where('draft_id', '=', draftId)
    .selectAll()
    .orderBy('at')
    .orderBy('comment_id')
    .execute();
  return rows.map((row) => ({
    commentId: row.comment_id,
    memberId: row.member_id,
    by: people.get(row.member_id)?.name ?? 'Somebody who left',
    at: row.at.toISOString(),
    text: row.body,
  }));
}
