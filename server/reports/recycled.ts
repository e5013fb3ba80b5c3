/** `GET /api/reports/recycled`: whether “not now” came back, and how far it got then. */
import { type RawBuilder, sql } from 'kysely';
import * as z from 'zod/mini';
import { type RecycledReport, recycledReport, reportQuery } from '../../lib/contract/reports.ts';
import { ACCEPTED, inSegment, within } from './facts.ts';
import { sumOf } from './figures.ts';
import type { Asked, Report } from './report.ts';

/** As the places in this list: how far a lead got. */
const stepName = z.enum(['recycled', 'woken', 'accepted', 'opportunity', 'won']);
const STEPS = stepName.options;
type Step = z.infer<typeof stepName>;

export const recycled: Report<Asked['query'], RecycledReport> = {
  name: 'recycled',
  input: reportQuery,
  answer: recycledReport,
  figures: async (asked) => {
    const parts = await partsOf(asked);
    const figures = each((step) =>
      sumOf(
        parts.filter(({ got }) => got >= STEPS.indexOf(step)),
        ({ n }) => n,
      ),
    );
    return { ...figures, because: becauseOf(parts), marks: each((step) => step) };
  },
  behind: ({ wsId, query }, mark) => {
    const step = stepName.safeParse(mark);
    if (!step.success) return null;
    return sql`select x.lead_id from (${recycledLeads(wsId, query)}) x
      where x.got >= ${STEPS.indexOf(step.data)}::int`;
  },
};

const each = <T>(of: (step: Step) => T) => ({
  recycled: of('recycled'),
  woken: of('woken'),
  accepted: of('accepted'),
  opportunity: of('opportunity'),
  won: of('won'),
});

interface Part {
  got: number;
  because: string | null;
  n: number;
}

async function partsOf({ store, wsId, query }: Asked): Promise<Part[]> {
  const { rows } = await sql<Part>`select x.got, x.because, count(*)::int as n
    from (${recycledLeads(wsId, query)}) x group by 1, 2`.execute(store.db);
  return rows;
}

function becauseOf(parts: readonly Part[]): RecycledReport['because'] {
  const back = parts.filter(({ got }) => got > 0);
  const by = Map.groupBy(back, ({ because }) => because ?? 'sales');
  return [...by]
    .map(([because, own]) => ({ because, n: sumOf(own, ({ n }) => n) }))
    .sort((a, b) => b.n - a.n || (a.because < b.because ? -1 : 1));
}

/**
 * `lead_id`, `got` (0 to 4, as the steps), `because` (what woke it last; null when neither day nor signal did). What counts came after
 * it was recycled first in the period: a verdict by being the last one, a deal by its day.
 */
function recycledLeads(wsId: string, query: Asked['query']): RawBuilder<unknown> {
  return sql`select l.lead_id, v.because,
      case when o.won then 4 when o.opportunity then 3 when v.last in ${ACCEPTED} then 2
        when v.because is not null then 1 else 0 end as got
    from lead l
      join (${afterRecycling(wsId, query)}) v on v.lead_id = l.lead_id
      left join (${dealsAfter(wsId, query)}) o on o.lead_id = l.lead_id
    where ${inSegment(wsId, query)}`;
}

/** Of each lead that was recycled in the period: `since` the first of these, its last verdict, and what woke it last since then. */
function afterRecycling(wsId: string, query: Asked['query']): RawBuilder<unknown> {
  return sql`select f.lead_id, r.since,
      (array_agg(f.verdict order by f.order_at desc, f.seq desc, f.feedback_id desc))[1] as last,
      (array_agg(coalesce(f.woken->'because'->>'is', 'day') order by f.woken_at desc, f.feedback_id desc)
        filter (where f.verdict = 'recycled' and f.woken_at is not null))[1] as because
    from (${firstRecycled(wsId, query)}) r join feedback f on f.lead_id = r.lead_id
    where f.ws_id = ${wsId} and f.kind = 'verdict' and f.order_at >= r.since
    group by f.lead_id, r.since`;
}

function dealsAfter(wsId: string, query: Asked['query']): RawBuilder<unknown> {
  return sql`select e.lead_id, true as opportunity, bool_or(e.kind = 'deal_won') as won
    from (${firstRecycled(wsId, query)}) r join event e on e.lead_id = r.lead_id
    where e.ws_id = ${wsId} and e.kind in ('opportunity_opened', 'deal_won', 'deal_lost') and e.at > r.since
    group by e.lead_id`;
}

function firstRecycled(wsId: string, query: Asked['query']): RawBuilder<unknown> {
  return sql`select g.lead_id, min(g.order_at) as since from feedback g
    where g.ws_id = ${wsId} and g.kind = 'verdict' and g.verdict = 'recycled'
      and ${within(sql`g.order_at`, query)}
    group by g.lead_id`;
}
