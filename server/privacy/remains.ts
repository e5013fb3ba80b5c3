/**
 * What stays of an erased person so that figures stay true: that somebody, in some month, from some source, got this verdict
 * with this reason. It hangs on a row without a name, a day or anything they did, which no id leads to.
 */
import type { FrozenLead } from '../../lib/contract/counters.ts';
import { type FeedbackItem, feedbackItem, type Snapshot } from '../../lib/contract/feedback.ts';
import { dayOf } from '../../lib/score/counters.ts';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import type { Store } from '../http/context.ts';
import type { Lead } from '../leads/follow.ts';
import { blankLead } from '../leads/person.ts';
import { insertLeads } from '../leads/write-lead.ts';

/** Whoever follows an id comes to nobody here. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Takes verdicts and flags off the lead, and puts what is left of them on a row that is nobody's. The caller holds the lead and
 * deletes it afterwards.
 *
 * @returns how many verdicts and flags there were
 */
export async function leaveCounts(
  tx: Db,
  store: Pick<Store, 'newId'>,
  lead: Lead,
): Promise<number> {
  const { lead_id: leadId, ws_id: wsId } = lead;
  const said = await tx
    .selectFrom('feedback')
    .where('lead_id', '=', leadId)
    .where('ws_id', '=', wsId)
    .where('kind', 'in', ['verdict', 'flag'])
    .selectAll()
    .orderBy('order_at')
    .orderBy('seq')
    .orderBy('feedback_id')
    .execute();
  if (said.length === 0) return 0;
  const cases = await tx
    .selectFrom('verdict_case')
    .where('lead_id', '=', leadId)
    .where('ws_id', '=', wsId)
    .selectAll()
    .execute();
  const id = store.newId();
  await insertLeads(tx, [anonymous(lead, id)]);
  // Ids of before would lead back to what a rep's browser still has.
  const ids = new Map(said.map(({ feedback_id }) => [feedback_id, store.newId()]));
  await tx
    .insertInto('feedback')
    .values(
      said.map((row, place) => {
        const month = monthOf(row.order_at);
        const feedback_id = ids.get(row.feedback_id) ?? row.feedback_id;
        const { member_id, kind, verdict, flag, reason_label, version_then } = row;
        return {
          ...{ lead_id: id, ws_id: wsId, feedback_id, member_id, kind, verdict, flag },
          ...{
            reason_label,
            version_then,
            // Without their days, what was said last still comes last.
            seq: place,
            made_at: month,
            order_at: month,
            received_at: month,
            queue: null,
          },
          body: toJson(stripped(row.body, { id: feedback_id, leadId: id, at: month })),
        };
      }),
    )
    .execute();
  if (cases.length > 0) {
    await tx
      .insertInto('verdict_case')
      .values(
        cases.map(({ feedback_id, member_id, verdict, reason, decided_at, body }) => ({
          ...{ lead_id: id, ws_id: wsId, member_id, verdict, reason },
          feedback_id: ids.get(feedback_id) ?? feedback_id,
          decided_at: monthOf(decided_at),
          body: toJson(faceless(body, monthOf(decided_at))),
        })),
      )
      .execute();
  }
  return said.length;
}

function anonymous(lead: Lead, id: string): Lead {
  const { first_at, first_source, stage, sales_sourced } = lead;
  const at = monthOf(lead.created_at);
  return {
    ...blankLead(id, lead.ws_id, at.getTime()),
    stage,
    sales_sourced,
    first_source,
    first_at: first_at && monthOf(first_at),
    merged_into: NOBODY,
  };
}

/** @returns the item with nothing in it but what was decided, as whoever reads items expects one */
function stripped(body: unknown, { id, leadId, at }: { id: string; leadId: string; at: Date }) {
  const item = feedbackItem.parse(body);
  const base = { id, leadId, madeAt: at.toISOString(), seq: item.seq };
  if (item.kind !== 'verdict' && item.kind !== 'flag') return { ...base, kind: item.kind };
  const { definitionVersion, stage, points, chance, grade, enough } = item.snapshot;
  const snapshot: Snapshot = {
    ...{
      at: at.toISOString(),
      cardRev: 0,
      definitionVersion,
      stage,
      points,
      chance,
      grade,
      enough,
    },
    contributions: [],
    lastEvents: [],
  };
  const bare: FeedbackItem =
    item.kind === 'verdict'
      ? {
          ...base,
          kind: 'verdict',
          verdict: item.verdict,
          reason: item.reason,
          note: '',
          until: null,
          wakeOn: [],
          snapshot,
        }
      : {
          ...base,
          kind: 'flag',
          flag: item.flag,
          ruleId: item.ruleId,
          fault: item.fault,
          note: '',
          snapshot,
        };
  return bare;
}

/** Nothing of who they were; of what they did, how strongly each rule counted. The days are those of the month's first. */
function faceless(frozen: FrozenLead, month: Date): FrozenLead {
  const day = dayOf(month.getTime());
  const rules = Object.entries(frozen.counters.rules).map(
    ([rule, { value, day: last, times, discounted }]) => [
      rule,
      { value, day: last - frozen.day + day, days: {}, times, discounted, lastAt: null },
    ],
  );
  return {
    ...frozen,
    day,
    fit: {
      email: null,
      title: null,
      company: null,
      industry: null,
      country: null,
      employees: null,
      source: null,
      campaign: null,
    },
    counters: { ...frozen.counters, rules: Object.fromEntries(rules) },
  };
}

function monthOf(at: Date): Date {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth()));
}
