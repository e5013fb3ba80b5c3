/** `PUT` and `DELETE /api/leads/:leadId/watch`: on and off the watch list of whoever asks. */
import * as z from 'zod/mini';
import { watchAnswer } from '../../lib/contract/lead.ts';
import { done, type Result } from '../../lib/contract/problem.ts';
import { uuid } from '../../lib/contract/text.ts';
import { inTransaction } from '../db/retry.ts';
import type { Asker, Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { lockLead } from '../leads/follow.ts';
import { noSuchLead } from '../leads/no-such-lead.ts';
import { idsOf } from './watching.ts';

const params = z.object({ leadId: uuid });

export const watchRoute = route({
  method: 'PUT',
  path: '/api/leads/:leadId/watch',
  role: 'rep',
  params,
  input: z.object({}),
  answer: watchAnswer,
  handle: ({ store, asker, params: { leadId } }) => setWatched(store, asker, leadId, true),
});

export const unwatchRoute = route({
  method: 'DELETE',
  path: '/api/leads/:leadId/watch',
  role: 'rep',
  params,
  answer: watchAnswer,
  handle: ({ store, asker, params: { leadId } }) => setWatched(store, asker, leadId, false),
});

/** The lead is held meanwhile: whoever erases or joins it at this moment comes before or after. Nothing of its card changes. */
async function setWatched(
  store: Store,
  asker: Asker,
  leadId: string,
  on: boolean,
): Promise<Result<{ watching: boolean }>> {
  const { wsId, member } = asker;
  return inTransaction(store.db, async (tx) => {
    const lead = await lockLead(tx, wsId, leadId);
    if (!lead) return noSuchLead();
    if (on) {
      await tx
        .insertInto('watched')
        .values({
          lead_id: lead.lead_id,
          ws_id: wsId,
          member_id: member.memberId,
          at: new Date(store.now()),
        })
        .onConflict((conflict) => conflict.columns(['lead_id', 'ws_id', 'member_id']).doNothing())
        .execute();
    } else {
      await tx
        .deleteFrom('watched')
        .where('lead_id', 'in', await idsOf(tx, lead))
        .where('ws_id', '=', wsId)
        .where('member_id', '=', member.memberId)
        .execute();
    }
    return done({ watching: on });
  });
}
