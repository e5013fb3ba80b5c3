/** Verdicts and flags: frozen with what the rep saw, and the lead's stage after them. */
import { sql } from 'kysely';
import type { Flag, Verdict } from '../../lib/contract/feedback.ts';
import { storable } from '../../lib/contract/text.ts';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import { inTransaction } from '../db/retry.ts';
import { announce } from '../hooks/tell.ts';
import type { Asker, Store } from '../http/context.ts';
import { partMeant } from '../identity/in-part.ts';
import { currentDefinition, definitionOf } from '../leads/definition.ts';
import { lockLead } from '../leads/follow.ts';
import { standingByWord } from '../leads/stage.ts';
import { saveLead } from '../leads/write-lead.ts';
import { wokenOnTheWay } from '../wake/meanwhile.ts';
import { settleRest, wakeTime } from '../wake/rest.ts';
import { awake, noteWoken, type Waking } from '../wake/wake.ts';
import { freeze, judgedOf } from './freeze.ts';
import { DUPLICATE, NO_SUCH_LEAD, type Outcome, STORED, timesOf } from './outcome.ts';
import { objectionTo } from './recycled.ts';
import { seenThen } from './seen.ts';

/** Marketing answers what says that its work went wrong. */
const ASKS_MARKETING: ReadonlySet<Verdict['verdict']> = new Set(['rejected', 'disqualified']);

export async function storeVerdictOrFlag(
  store: Store,
  asker: Asker,
  item: Verdict | Flag,
): Promise<Outcome> {
  const { wsId, member } = asker;
  const objection = await objectionTo(store, wsId, item);
  if (objection) return objection;
  const reason_label = await reasonLabel(store.db, wsId, item);
  const stored = await inTransaction(store.db, async (tx) => {
    const lead = await lockLead(tx, wsId, item.leadId);
    if (!lead) return null;
    const times = timesOf(item, store);
    const decidedAt = await amongOwnWords(tx, asker, lead.lead_id, item, times.order_at);
    const origin = await partMeant(tx, lead, item.leadId);
    const until = item.kind === 'verdict' ? item.until : null;
    const asks = item.kind === 'flag' || ASKS_MARKETING.has(item.verdict);
    const inserted = await tx
      .insertInto('feedback')
      .values({
        lead_id: lead.lead_id,
        ws_id: wsId,
        feedback_id: item.id,
        member_id: member.memberId,
        kind: item.kind,
        verdict: item.kind === 'verdict' ? item.verdict : null,
        flag: item.kind === 'flag' ? item.flag : null,
        reason_label,
        body: toJson(item),
        seq: item.seq,
        ...times,
        order_at: decidedAt,
        queue: asks ? 'open' : null,
        origin,
        wake_at: until === null ? null : wakeTime(until, decidedAt),
        ...seenThen(item.snapshot),
      })
      .onConflict((conflict) => conflict.columns(['lead_id', 'ws_id', 'feedback_id']).doNothing())
      .returning('feedback_id')
      .executeTakeFirst();
    if (!inserted) return { leadId: null };
    const definition = await currentDefinition(tx, wsId);
    if (item.kind === 'verdict') {
      const judged = judgedOf(item, {
        memberId: member.memberId,
        decidedAt,
        receivedAt: times.received_at,
        origin,
      });
      await freeze(tx, lead, judged, definition);
    }
    const after = { ...lead, ...(await standingByWord(tx, wsId, lead.lead_id)) };
    let waking: Waking | null = null;
    if (item.kind === 'verdict') {
      await settleRest(tx, wsId, lead.lead_id, after.stage);
      waking = await wokenOnTheWay(tx, wsId, { before: lead, after, item }, definition);
    }
    const now = store.now();
    const rev = await saveLead(tx, waking ? awake(after, waking.because, now) : after, now);
    if (waking) await noteWoken(tx, wsId, [waking], now);
    const news = { kind: 'feedback', leadId: lead.lead_id, rev, subject: item.id } as const;
    await announce(tx, wsId, news, now);
    return { leadId: lead.lead_id };
  });
  if (!stored) return NO_SUCH_LEAD;
  if (stored.leadId === null) return DUPLICATE;
  store.watch.changed(wsId, stored.leadId);
  return STORED;
}

/**
 * What somebody said later counts later, also when the clock of their machine was put back in between: `seq` counts
 * what one browser said, so nothing may be ordered before what it said earlier about this lead, nor, when it was kept back
 * and came late, after what it said next. Their other browsers count for themselves.
 */
async function amongOwnWords(
  tx: Db,
  { wsId, member }: Asker,
  leadId: string,
  { seq, outbox = null }: { seq: number; outbox?: string | null },
  said: Date,
): Promise<Date> {
  const own = await tx
    .selectFrom('feedback')
    .where('lead_id', '=', leadId)
    .where('ws_id', '=', wsId)
    .where('member_id', '=', member.memberId)
    .select(['seq', 'order_at', sql<string | null>`body->>'outbox'`.as('outbox')])
    .execute();
  const same = own.filter((word) => word.outbox === outbox);
  const timesOfThose = (is: (other: number) => boolean) =>
    same.filter((word) => is(word.seq)).map((word) => word.order_at.getTime());
  const last = Math.max(...timesOfThose((other) => other < seq));
  const next = Math.min(...timesOfThose((other) => other > seq));
  return new Date(Math.min(Math.max(said.getTime(), last + 1), next));
}

/** As the rep read it. A reason that definition does not know is kept by its id rather than refused. */
async function reasonLabel(db: Db, wsId: string, item: Verdict | Flag): Promise<string | null> {
  if (item.kind === 'flag' || item.reason === null) return null;
  const definition = await definitionOf(db, wsId, item.snapshot.definitionVersion);
  const reasons = Object.values(definition?.reasons ?? {}).flat();
  return reasons.find((reason) => reason.id === item.reason)?.label ?? storable(item.reason);
}
