/** `POST /api/definitions/drafts/:draftId/publish`: puts a draft in force that both sides have signed, now or on its day. */
import * as z from 'zod/mini';
import {
  type AgreedDraft,
  type InForceAnswer,
  inForceAnswer,
} from '../../lib/contract/agreement.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import { cutLine } from '../../lib/contract/text.ts';
import { writeDown } from '../access/audit.ts';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import type { Asker, Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { currentDefinition } from '../leads/definition.ts';
import { heldDraft, missingSides } from './agreed.ts';
import { inAudit } from './call-off.ts';
import { superseded } from './check.ts';
import { draftParams } from './draft-params.ts';
import { putInForce } from './in-force.ts';
import { hasBegun } from './start.ts';

export const publishRoute = route({
  method: 'POST',
  path: '/api/definitions/drafts/:draftId/publish',
  role: 'marketer',
  params: draftParams,
  // Nothing to say: all of it is in the draft.
  input: z.object({}),
  answer: inForceAnswer,
  handle: async ({ store, asker, params: { draftId } }) => {
    const answer = await inTransaction(store.db, (tx) => published(tx, store, asker, draftId));
    store.watch.told(asker.wsId);
    return answer;
  },
});

async function published(
  tx: Db,
  store: Store,
  asker: Asker,
  draftId: string,
): Promise<Result<InForceAnswer>> {
  const { wsId, member } = asker;
  const held = await heldDraft(tx, wsId, draftId);
  if (!held.ok) return held;
  const draft = held.value;
  const { version } = await currentDefinition(tx, wsId);
  const refused = superseded(draft.basedOn, version) ?? unsigned(draft);
  if (refused) return refused;
  if (draft.startsOn !== null && !hasBegun(draft.startsOn, store.now())) {
    await schedule(tx, store, asker, draft);
    return done({ version, scheduled: true, rescoring: null });
  }
  const { memberId } = member;
  const rescoring = await putInForce(tx, store, {
    wsId,
    memberId,
    action: 'definition.published',
    definition: signedOff(draft),
    backTo: null,
  });
  return done({ version: rescoring.version, scheduled: false, rescoring });
}

async function schedule(
  tx: Db,
  store: Store,
  { wsId, member: { memberId } }: Asker,
  draft: AgreedDraft,
): Promise<void> {
  if (draft.scheduled) return;
  await tx
    .updateTable('definition_draft')
    .set({ scheduled_by: memberId })
    .where('ws_id', '=', wsId)
    .where('draft_id', '=', draft.draftId)
    .execute();
  const what = `${inAudit(draft)}, from ${draft.startsOn} on`;
  await writeDown(tx, store, { wsId, memberId, action: 'definition.scheduled', what });
}

/** @returns the definition with the names of those who signed it, as it is kept for good */
export function signedOff({ definition, basedOn, signatures }: AgreedDraft): LeadDefinition {
  const name = (by: string | undefined) => (by === undefined ? null : cutLine(by, 120));
  return {
    ...definition,
    version: basedOn + 1,
    signedBy: { marketing: name(signatures.marketing?.by), sales: name(signatures.sales?.by) },
  };
}

/** A definition that one side made alone is what both quarrel about later. */
function unsigned(draft: AgreedDraft): Result<never> | null {
  const missing = missingSides(draft);
  if (missing.length === 0) return null;
  const [who] = missing;
  const ask =
    missing.length === 2
      ? 'Have one person of each side sign the draft'
      : `Ask somebody of ${who} to sign the draft`;
  return failed(
    'conflict',
    'Both sides have to sign',
    `The signature of ${missing.join(' and of ')} is missing. ${ask}, then put it in force.`,
  );
}
