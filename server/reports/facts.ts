/** Who is meant, as pieces of SQL that all reports are put together from, so that two of them never mean different leads. */
import { type RawBuilder, sql } from 'kysely';
import type { ReportQuery } from '../../lib/contract/reports.ts';
import { NOBODY } from '../privacy/remains.ts';

const DAY_MS = 86_400_000;

/** The period as two moments: from the first, up to and without the second. */
export function spanOf({ from, to }: Pick<ReportQuery, 'from' | 'to'>): { from: Date; to: Date } {
  return { from: new Date(from), to: new Date(Date.parse(to) + DAY_MS) };
}

/** When a lead came: its first event, else its creation. As the index `lead_came` has it. */
export const CAME = sql.raw('coalesce(l.first_at, l.created_at)');
const HANDED = sql.raw('l.handoff_at');

/** Leads (`l`) that came in the period. */
export const cameIn = (query: ReportQuery) => within(CAME, query);
/** Leads (`l`) that were handed over in the period. */
export const handedIn = (query: ReportQuery) => within(HANDED, query);

/** Whether a moment is in the period. */
export function within(at: RawBuilder<unknown>, query: ReportQuery): RawBuilder<unknown> {
  const { from, to } = spanOf(query);
  return sql`${at} >= ${from} and ${at} < ${to}`;
}

/** Leads that somebody is, and what stays of those who were erased: that somebody got a verdict. */
type Whom = 'live' | 'live and erased';

/** Leads (`l`) of the workspace that are in the segment; to be followed by `and …`. */
export function inSegment(
  wsId: string,
  query: ReportQuery,
  whom: Whom = 'live',
): RawBuilder<unknown> {
  const { source, campaign, sourced } = query;
  const live = sql`l.merged_into is null`;
  const parts = [
    sql`l.ws_id = ${wsId}`,
    whom === 'live' ? live : sql`(${live} or l.merged_into = ${NOBODY})`,
  ];
  if (source !== undefined) {
    parts.push(source === '' ? sql`l.first_source is null` : sql`l.first_source = ${source}`);
  }
  if (campaign !== undefined) {
    parts.push(
      campaign === '' ? sql`l.first_campaign is null` : sql`l.first_campaign = ${campaign}`,
    );
  }
  if (sourced !== undefined) parts.push(sql`l.sales_sourced = ${sourced === 'sales'}`);
  return sql.join(parts, sql` and `);
}

/**
 * The last verdict of each lead, whenever it was given: `lead_id, feedback_id, member_id, verdict, order_at, reason_label,
 * points_then, chance_then, rules_then, woken_at`.
 */
export function lastVerdicts(wsId: string): RawBuilder<unknown> {
  return sql`select distinct on (f.lead_id) f.lead_id, f.feedback_id, f.member_id, f.verdict, f.order_at,
      f.reason_label, f.points_then, f.chance_then, f.rules_then, f.woken_at
    from feedback f where f.ws_id = ${wsId} and f.kind = 'verdict'
    order by f.lead_id, f.order_at desc, f.seq desc, f.feedback_id desc`;
}

/**
 * Leads in the segment whose last verdict was given in the period, each once: the columns of `lastVerdicts`, and of the lead
 * `sales_sourced` and `handed_by`. Who was judged again since has no place in it: that verdict is of a later period.
 */
export function judgedIn(wsId: string, query: ReportQuery, whom?: Whom): RawBuilder<unknown> {
  const { from, to } = spanOf(query);
  // What was said before the period cannot be anybody's last word in it, so it is not read.
  return sql`select v.*, l.sales_sourced, l.handed_by
    from (select distinct on (f.lead_id) f.lead_id, f.feedback_id, f.member_id, f.verdict, f.order_at,
        f.reason_label, f.points_then, f.chance_then, f.rules_then
      from feedback f where f.ws_id = ${wsId} and f.kind = 'verdict' and f.order_at >= ${from}
      order by f.lead_id, f.order_at desc, f.seq desc, f.feedback_id desc) v
    join lead l on l.lead_id = v.lead_id
    where ${inSegment(wsId, query, whom)} and v.order_at < ${to}`;
}

/** What became of leads by their outcomes: `lead_id, opportunity, won, lost`; a deal that was won was an opportunity. */
export function outcomes(wsId: string): RawBuilder<unknown> {
  return sql`select e.lead_id, true as opportunity, bool_or(e.kind = 'deal_won') as won,
      bool_or(e.kind = 'deal_lost') as lost
    from event e where e.ws_id = ${wsId} and e.kind in ('opportunity_opened', 'deal_won', 'deal_lost')
    group by e.lead_id`;
}

/** Whether a verdict means that sales took the lead. */
export const ACCEPTED = sql.raw(`('accepted', 'qualified', 'disqualified')`);

/** The verdict that stands: whoever woke waits for a new one. Of `lastVerdicts` as `v`. */
export const STANDS = sql.raw(
  `case when v.verdict = 'recycled' and v.woken_at is not null then null else v.verdict end`,
);

/** How far they got, as the place in the list of steps; each is reached by whoever reached a later one. */
const REACHED = sql`case when o.won then 5 when o.opportunity then 4
    when v.verdict = 'qualified' then 3 when v.verdict in ${ACCEPTED} then 2
    when l.handoff_at is not null or v.verdict is not null then 1 else 0 end`;

/**
 * One row for each lead that is meant: `lead_id, came, handoff_at, source, campaign, sales, stands` (the verdict), `reached` (0 to 5,
 * as the funnel's steps), `ended` (where those stand that go no further, else `waiting`; the stage is the latest word on them).
 *
 * @param which of the leads `l` in the segment
 */
export function leadFacts(
  { wsId, query }: { wsId: string; query: ReportQuery },
  which: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`select l.lead_id, ${CAME} as came, l.handoff_at, l.first_source as source,
      l.first_campaign as campaign, l.sales_sourced as sales, ${STANDS} as stands, ${REACHED} as reached,
      case when l.stage in ('rejected', 'recycled', 'disqualified', 'lost') then l.stage else 'waiting' end as ended
    from lead l left join (${lastVerdicts(wsId)}) v on v.lead_id = l.lead_id
      left join (${outcomes(wsId)}) o on o.lead_id = l.lead_id
    where ${inSegment(wsId, query)} and ${which}`;
}
