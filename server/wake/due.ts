/** Leads whose day has come, woken by the background work. */
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { inTransaction } from '../db/retry.ts';
import type { Store } from '../http/context.ts';
import { lockLead } from '../leads/follow.ts';
import { standingByWord } from '../leads/stage.ts';
import { saveLead } from '../leads/write-lead.ts';
import { restsOf, settleRest } from './rest.ts';
import { awake, noteWoken } from './wake.ts';

const AT_ONCE = 50;

/** Which those are is read from the verdicts each time, so nothing is lost when a process dies in between. */
export async function wakeDue(
  store: Store,
  wsId: string,
  mayGoOn: () => Promise<boolean>,
): Promise<void> {
  let after: Due | null = null;
  for (;;) {
    const due: Due[] = await dueAfter(store.db, wsId, new Date(store.now()), after);
    for (const one of due) {
      if (!(await mayGoOn())) return;
      await attempted(store, wsId, one);
    }
    after = due.at(-1) ?? null;
    if (!after) return;
  }
}

interface Due {
  leadId: string;
  feedbackId: string;
  at: Date;
}

async function dueAfter(db: Db, wsId: string, now: Date, after: Due | null): Promise<Due[]> {
  let query = db
    .selectFrom('feedback')
    .where('ws_id', '=', wsId)
    // Written out: an index for a part of the table is only used when it can be seen that the part is asked for.
    .where('rest', '=', sql.lit('asleep'))
    .where('wake_at', 'is not', null)
    .where('wake_at', '<=', now)
    .select(['lead_id as leadId', 'feedback_id as feedbackId', 'wake_at'])
    .orderBy('wake_at')
    .orderBy('feedback_id')
    .limit(AT_ONCE);
  if (after) {
    const { at, feedbackId } = after;
    query = query.where((eb) =>
      eb(eb.refTuple('wake_at', 'feedback_id'), '>', eb.tuple(at, feedbackId)),
    );
  }
  const rows = await query.execute();
  return rows.flatMap(({ wake_at: at, ...row }) => (at === null ? [] : [{ ...row, at }]));
}

/** One that cannot be written holds up no other; it stays due. */
async function attempted(store: Store, wsId: string, due: Due): Promise<void> {
  try {
    const woken = await wakeOne(store, wsId, due);
    if (woken) store.watch.changed(wsId, woken);
  } catch (err) {
    if (store.stopping.aborted) return;
    store.log.error({ err, leadId: due.leadId }, 'a lead could not be woken');
    store.metrics.workFailed();
  }
}

/** @returns the lead that woke; null when it does not sleep under this verdict any more */
async function wakeOne(store: Store, wsId: string, due: Due): Promise<string | null> {
  return inTransaction(store.db, async (tx) => {
    const lead = await lockLead(tx, wsId, due.leadId);
    if (!lead) return null;
    // Also where an older release left more than one verdict asleep: it knew of no last word.
    const { stage = lead.stage } = await standingByWord(tx, wsId, lead.lead_id);
    await settleRest(tx, wsId, lead.lead_id, stage);
    const rest = (await restsOf(tx, wsId, [lead.lead_id])).get(lead.lead_id);
    if (rest?.feedbackId !== due.feedbackId || lead.stage !== 'recycled') return null;
    const now = store.now();
    const because = { is: 'day' as const, label: null };
    await saveLead(tx, awake(lead, because, now), now);
    await noteWoken(tx, wsId, [{ leadId: lead.lead_id, rest, because }], now);
    return lead.lead_id;
  });
}
