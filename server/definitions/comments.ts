/** `POST /api/definitions/drafts/:draftId/comments`: what either side says about what is proposed. */
import { agreedDraft, commentRequest } from '../../lib/contract/agreement.ts';
import { done } from '../../lib/contract/problem.ts';
import { route } from '../http/route.ts';
import { changeDraft } from './agreed.ts';
import { draftParams } from './draft-params.ts';

export const commentRoute = route({
  method: 'POST',
  path: '/api/definitions/drafts/:draftId/comments',
  role: 'rep',
  params: draftParams,
  input: commentRequest,
  answer: agreedDraft,
  handle: ({ store, asker: { wsId, member }, params: { draftId }, input }) =>
    changeDraft(store.db, wsId, draftId, async (tx) => {
      await tx
        .insertInto('definition_comment')
        .values({
          ws_id: wsId,
          draft_id: draftId,
          comment_id: input.commentId,
          member_id: member.memberId,
          at: new Date(store.now()),
          body: input.text,
        })
        .onConflict((conflict) => conflict.columns(['ws_id', 'draft_id', 'comment_id']).doNothing())
        .execute();
      return done(null);
    }),
});
