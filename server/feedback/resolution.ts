/** Marketing's answer to one verdict or flag. The rep's sidebar hears of it by the lead's new revision. */
import type { Resolution } from '../../lib/contract/feedback.ts';
import { inTransaction } from '../db/retry.ts';
import { announce } from '../hooks/tell.ts';
import type { Asker, Store } from '../http/context.ts';
import { lockLead } from '../leads/follow.ts';
import { saveLead } from '../leads/write-lead.ts';
import { DUPLICATE, NO_SUCH_LEAD, type Outcome, STORED, timesOf } from './outcome.ts';

const NO_SUCH_FEEDBACK: Outcome = {
  outcome: 'refused',
  message: 'The feedback this answers is not in the store. Load the review desk again.',
};

export async function storeResolution(
  store: Store,
  asker: Asker,
  item: Resolution,
): Promise<Outcome> {
  const { wsId, member } = asker;
  const times = timesOf(item, store);
  const outcome = await inTransaction(store.db, async (tx) => {
    const lead = await lockLead(tx, wsId, item.leadId);
    if (!lead) return NO_SUCH_LEAD;
    const answered = await tx
      .selectFrom('feedback')
      .where('lead_id', '=', lead.lead_id)
      .where('ws_id', '=', wsId)
      .where('feedback_id', '=', item.feedbackId)
      .where('kind', 'in', ['verdict', 'flag'])
      .select('origin')
      .executeTakeFirst();
    if (!answered) return NO_SUCH_FEEDBACK;
    const inserted = await tx
      .insertInto('resolution')
      .values({
        lead_id: lead.lead_id,
        ws_id: wsId,
        resolution_id: item.id,
        feedback_id: item.feedbackId,
        member_id: member.memberId,
        kind: item.resolution,
        reply: item.reply,
        seq: item.seq,
        ...times,
        origin: answered.origin,
      })
      .onConflict((conflict) => conflict.columns(['lead_id', 'ws_id', 'resolution_id']).doNothing())
      .returning('resolution_id')
      .executeTakeFirst();
    if (!inserted) return DUPLICATE;
    await tx
      .updateTable('feedback')
      .set({ queue: 'answered', answered_at: times.order_at })
      .where('lead_id', '=', lead.lead_id)
      .where('ws_id', '=', wsId)
      .where('feedback_id', '=', item.feedbackId)
      .execute();
    const now = store.now();
    const rev = await saveLead(tx, lead, now);
    const news = { kind: 'resolution', leadId: lead.lead_id, rev, subject: item.id } as const;
    await announce(tx, wsId, news, now);
    return { ...STORED, leadId: lead.lead_id };
  });
  if (!('leadId' in outcome)) return outcome;
  store.watch.changed(wsId, outcome.leadId);
  return STORED;
}
