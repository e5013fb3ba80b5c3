/** Every lead of a team with all that is on record, read by plain selects: what reports are compared with is counted one by one here. */
import type { Selectable } from 'kysely';
import type { ReportQuery } from '../../../../lib/contract/reports.ts';
import type { VerdictKind } from '../../../../lib/contract/words.ts';
import type { Db } from '../../../../server/db/database.ts';
import type { EventTable, FeedbackTable, LeadTable } from '../../../../server/db/schema.ts';

type LeadRow = Selectable<LeadTable>;
type EventRow = Selectable<EventTable>;
type FeedbackRow = Selectable<FeedbackTable>;

export interface Known {
  id: string;
  row: LeadRow;
  /** Days, as `2026-06-01`. */
  came: string;
  handed: string | null;
  /** Oldest first. */
  verdicts: FeedbackRow[];
  events: EventRow[];
  /** The last word of sales; none of whoever woke since. */
  verdict: VerdictKind | null;
}

export const utcDay = (at: Date) => at.toISOString().slice(0, 10);

/** @returns the Monday of the day, by walking back to it */
export function mondayBefore(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  while (date.getUTCDay() !== 1) date.setUTCDate(date.getUTCDate() - 1);
  return utcDay(date);
}

/** @returns all of a team but those that are part of another one */
export async function knownLeads(db: Db, wsId: string): Promise<Known[]> {
  const [leads, events, said] = [
    await db.selectFrom('lead').where('ws_id', '=', wsId).selectAll().execute(),
    await db.selectFrom('event').where('ws_id', '=', wsId).selectAll().execute(),
    await db.selectFrom('feedback').where('ws_id', '=', wsId).selectAll().execute(),
  ];
  const eventsOf = Map.groupBy(events, (event) => event.lead_id);
  const saidOf = Map.groupBy(said, (one) => one.lead_id);
  return leads.flatMap((row) => {
    if (row.merged_into !== null) return [];
    const verdicts = verdictsIn(saidOf.get(row.lead_id) ?? []);
    const last = verdicts.at(-1);
    const isAwake = last?.verdict === 'recycled' && last.woken_at !== null;
    return {
      id: row.lead_id,
      row,
      came: utcDay(row.first_at ?? row.created_at),
      handed: row.handoff_at && utcDay(row.handoff_at),
      verdicts,
      events: eventsOf.get(row.lead_id) ?? [],
      verdict: isAwake ? null : (last?.verdict ?? null),
    };
  });
}

function verdictsIn(said: readonly FeedbackRow[]): FeedbackRow[] {
  return said
    .filter(({ kind }) => kind === 'verdict')
    .sort(
      (a, b) =>
        a.order_at.getTime() - b.order_at.getTime() ||
        Number(a.seq) - Number(b.seq) ||
        (a.feedback_id < b.feedback_id ? -1 : 1),
    );
}

/** @returns whether the query is about this lead, whatever its period */
export function isMeant({ row }: Known, { source, campaign, sourced }: ReportQuery): boolean {
  if (source !== undefined && (row.first_source ?? '') !== source) return false;
  if (campaign !== undefined && (row.first_campaign ?? '') !== campaign) return false;
  return sourced === undefined || row.sales_sourced === (sourced === 'sales');
}

export const isIn = (day: string | null, { from, to }: ReportQuery) =>
  day !== null && from <= day && day <= to;

export const TOOK: readonly (VerdictKind | null)[] = ['accepted', 'qualified', 'disqualified'];

const has = ({ events }: Known, kind: EventRow['kind']) => events.some((one) => one.kind === kind);

/** @returns how far it got: 0 came, 1 handed over or judged, 2 taken, 3 qualified, 4 had a deal, 5 won it */
export function farthest(lead: Known): number {
  if (has(lead, 'deal_won')) return 5;
  if (has(lead, 'deal_lost') || has(lead, 'opportunity_opened')) return 4;
  if (lead.verdict === 'qualified') return 3;
  if (TOOK.includes(lead.verdict)) return 2;
  return lead.handed !== null || lead.verdicts.length > 0 ? 1 : 0;
}

/** @returns the latest word on it, from whoever it came, by when it was said or happened */
export function standsAs(
  lead: Known,
): 'waiting' | 'rejected' | 'recycled' | 'disqualified' | 'lost' {
  let best: { at: number; as: string | null } = { at: Number.NEGATIVE_INFINITY, as: null };
  for (const { verdict, order_at, woken_at } of lead.verdicts) {
    const as = verdict === 'recycled' && woken_at !== null ? null : verdict;
    if (order_at.getTime() >= best.at) best = { at: order_at.getTime(), as };
  }
  const deals = lead.events.filter(
    ({ kind }) => kind.startsWith('deal_') || kind.startsWith('opp'),
  );
  for (const { kind, at } of deals.sort((a, b) => a.at.getTime() - b.at.getTime())) {
    if (at.getTime() >= best.at)
      best = { at: at.getTime(), as: kind === 'deal_lost' ? 'lost' : null };
  }
  const { as } = best;
  return as === 'rejected' || as === 'recycled' || as === 'disqualified' || as === 'lost'
    ? as
    : 'waiting';
}
