/** `PUT /api/definitions/drafts/:draftId/start`: the day from which a draft is to be in force. */
import { agreedDraft, startRequest } from '../../lib/contract/agreement.ts';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import { route } from '../http/route.ts';
import { changeDraft } from './agreed.ts';
import { callOff } from './call-off.ts';
import { draftParams } from './draft-params.ts';

export const startRoute = route({
  method: 'PUT',
  path: '/api/definitions/drafts/:draftId/start',
  role: 'marketer',
  params: draftParams,
  input: startRequest,
  answer: agreedDraft,
  handle: ({ store, asker, params: { draftId }, input: { startsOn } }) =>
    changeDraft(store.db, asker.wsId, draftId, async (tx, draft) => {
      const refused = startsOn === null ? null : over(startsOn, store.now());
      if (refused) return refused;
      // One that waits for its day goes on waiting for another; without a day somebody has to put it in force.
      if (startsOn === null || hasBegun(startsOn, store.now())) {
        await callOff(tx, store, asker, draft, 'it is to start at once, when it is put in force');
      }
      await tx
        .updateTable('definition_draft')
        .set({ starts_at: startsOn === null ? null : new Date(startsOn) })
        .where('ws_id', '=', asker.wsId)
        .where('draft_id', '=', draftId)
        .execute();
      return done(null);
    }),
});

/** @param day UTC */
export function hasBegun(day: string, now: number): boolean {
  return Date.parse(day) <= now;
}

function over(day: string, now: number): Result<never> | null {
  const today = new Date(now).toISOString().slice(0, 10);
  if (day >= today) return null;
  return failed(
    'bad-request',
    'That day is over',
    `A version can start on ${today} (UTC) at the earliest. Choose that day or a later one, or none.`,
    { field: 'startsOn' },
  );
}
