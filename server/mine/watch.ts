/** `PUT` and `DELETE /api/leads/:leadId/watch`: on and off the watch list of whoever asks. */
import * as z from 'zod/mini';
import { watchAnswer } from '../../lib/contract/lead.ts';
import { done, type Result } from '../../lib/contract/problem.ts';
import { uuid } from '../../lib/contract/text.ts';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import type { Asker, Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { type Lead, lockLead } from '../leads/follow.ts';
import { noSuchLead } from '../leads/no-such-lead.ts';
import { saveLead } from '../leads/write-lead.ts';
import { idsOf, isWatched } from './watching.ts';

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

/** The lead is held meanwhile: whoever erases or joins it at this moment comes before or after. */
async function setWatched(
  store: Store,
  asker: Asker,
  leadId: string,
  on: boolean,
): Promise<Result<{ watching: boolean }>> {
  const changed = await inTransaction(store.db, async (tx) => {
    const lead = await lockLead(tx, asker.wsId, leadId);
    if (!lead) return null;
    const isNew = on ? await put(tx, asker, lead, store.now()) : await take(tx, asker, lead);
    // The card says whether it is watched, so it is another one.
    if (isNew) await saveLead(tx, lead, store.now());
    return isNew ? lead.lead_id : '';
  });
  if (changed === null) return noSuchLead();
  if (changed !== '') store.watch.changed(asker.wsId, changed);
  return done({ watching: on });
}

async function put(tx: Db, { wsId, member }: Asker, lead: Lead, now: number): Promise<boolean> {
  if (await isWatched(tx, { wsId, member }, lead)) return false;
  await tx
    .insertInto('watched')
    .values({
      lead_id: lead.lead_id,
      ws_id: wsId,
      member_id: member.memberId,
      at: new Date(now),
    })
    .execute();
  return true;
}

async function take(tx: Db, { wsId, member }: Asker, lead: Lead): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('watched')
    .where('lead_id', 'in', await idsOf(tx, lead))
    .where('ws_id', '=', wsId)
    .where('member_id', '=', member.memberId)
    .executeTakeFirst();
  return numDeletedRows > 0;
}
