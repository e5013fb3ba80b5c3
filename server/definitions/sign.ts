/** `POST /api/definitions/drafts/:draftId/signatures` and `DELETE …/signatures/:side`: each side agrees by one of its own. */
import * as z from 'zod/mini';
import {
  type AgreedDraft,
  agreedDraft,
  type Side,
  side,
  signRequest,
} from '../../lib/contract/agreement.ts';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import { uuid } from '../../lib/contract/text.ts';
import { writeDown } from '../access/audit.ts';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import type { SignatureRow } from '../db/schema-agreement.ts';
import type { Asker } from '../http/context.ts';
import { route } from '../http/route.ts';
import { changeDraft } from './agreed.ts';
import { callOff, inAudit } from './call-off.ts';
import { draftParams } from './draft-params.ts';

type Member = Asker['member'];

const OTHER: Record<Side, Side> = { marketing: 'sales', sales: 'marketing' };
const SIDES: Record<Member['role'], readonly Side[]> = {
  rep: ['sales'],
  marketer: ['marketing'],
  admin: ['marketing', 'sales'],
};
const WHO: Record<Side, string> = { marketing: 'A marketer', sales: 'A rep' };

/** @returns for which sides this member may sign; nobody signs for both */
export function maySign({ role, memberId }: Member, draft: AgreedDraft | null): Side[] {
  return SIDES[role].filter((one) => draft?.signatures[OTHER[one]]?.memberId !== memberId);
}

export const signRoute = route({
  method: 'POST',
  path: '/api/definitions/drafts/:draftId/signatures',
  role: 'rep',
  params: draftParams,
  input: signRequest,
  answer: agreedDraft,
  handle: ({ store, asker: { wsId, member }, params: { draftId }, input }) =>
    changeDraft(store.db, wsId, draftId, async (tx, draft) => {
      const own = draft.signatures[input.side];
      // Said twice, it is said once.
      if (own?.memberId === member.memberId) return done(null);
      const refused = refusal(member, draft, input.side);
      if (refused) return refused;
      const at = new Date(store.now()).toISOString();
      await keep(tx, wsId, draftId, input.side, { memberId: member.memberId, at });
      const what = `${inAudit(draft)}, for ${input.side}`;
      await writeDown(tx, store, {
        wsId,
        memberId: member.memberId,
        action: 'definition.signed',
        what,
      });
      return done(null);
    }),
});

export const unsignRoute = route({
  method: 'DELETE',
  path: '/api/definitions/drafts/:draftId/signatures/:side',
  role: 'rep',
  params: z.object({ draftId: uuid, side }),
  answer: agreedDraft,
  handle: ({ store, asker, params: { draftId, side: from } }) =>
    changeDraft(store.db, asker.wsId, draftId, async (tx, draft) => {
      const { wsId, member } = asker;
      const own = draft.signatures[from];
      if (!own) return done(null);
      if (own.memberId !== member.memberId) {
        return failed(
          'not-allowed',
          'This is somebody else’s signature',
          `${own.by} signed for ${from}; only they can take it back. Edit the draft to have both sides asked again.`,
        );
      }
      await keep(tx, wsId, draftId, from, null);
      const what = `${inAudit(draft)}, for ${from}`;
      await writeDown(tx, store, {
        wsId,
        memberId: member.memberId,
        action: 'definition.unsigned',
        what,
      });
      await callOff(tx, store, asker, draft, `${own.by} took the signature of ${from} back`);
      return done(null);
    }),
});

/** @returns why this member cannot sign for this side, or null */
function refusal(member: Member, draft: AgreedDraft, wanted: Side): Result<never> | null {
  if (!SIDES[member.role].includes(wanted)) {
    return failed(
      'not-allowed',
      `You cannot sign for ${wanted}`,
      `${WHO[wanted]} or an admin signs for ${wanted}; you are a ${member.role}.`,
    );
  }
  if (!maySign(member, draft).includes(wanted)) {
    return failed(
      'conflict',
      'Two people have to sign',
      `You signed for ${OTHER[wanted]} already, and nobody signs for both. Ask somebody of ${wanted} to sign.`,
    );
  }
  const other = draft.signatures[wanted];
  if (!other) return null;
  return failed(
    'conflict',
    `${other.by} has signed for ${wanted}`,
    'One signature for each side is enough. They can take theirs back if you should sign instead.',
  );
}

async function keep(
  tx: Db,
  wsId: string,
  draftId: string,
  whose: Side,
  signed: SignatureRow | null,
): Promise<void> {
  const body = signed && toJson(signed);
  await tx
    .updateTable('definition_draft')
    .set(whose === 'marketing' ? { signed_marketing: body } : { signed_sales: body })
    .where('ws_id', '=', wsId)
    .where('draft_id', '=', draftId)
    .execute();
}
