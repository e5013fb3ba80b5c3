/** Who is meant, as pieces of SQL that all reports are put together from, so that two of them never mean different leads. */
import { type RawBuilder, sql } from 'kysely';
import type { ReportQuery } from '../../lib/contract/reports.ts';

const DAY_MS = 86_400_000;

/** The period as two moments: from the first, up to and without the second. */
export function spanOf({ from, to }: Pick<ReportQuery, 'from' | 'to'>): { from: Date; to: Date } {
  return { from: new Date(from), to: new Date(Date.parse(to) + DAY_MS) };
}

/** When a lead came: its first event, else its creation. As the index `lead_came` has it. */
export const CAME = sql.raw('coalesce(l.first_at, l.created_at)');

/** Live leads (`l`) of the workspace that are in the segment; to be followed by `and …`. */
export function inSegment(wsId: string, query: ReportQuery): RawBuilder<unknown> {
  const { source, campaign, sourced } = query;
  const parts = [sql`l.ws_id = ${wsId} and l.merged_into is null`];
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
 * points_then, chance_then, rules_then`.
 */
export function lastVerdicts(wsId: string): RawBuilder<unknown> {
  return sql`select distinct on (f.lead_id) f.lead_id, f.feedback_id, f.member_id, f.verdict, f.order_at,
      f.reason_label, f.points_then, f.chance_then, f.rules_then
    from feedback f where f.ws_id = ${wsId} and f.kind = 'verdict'
    order by f.lead_id, f.order_at desc, f.seq desc, f.feedback_id desc`;
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
