/** `GET /api/reports/leads`: the leads behind a figure, by id, a page at a time. */
import { sql } from 'kysely';
import { done, failed } from '../../lib/contract/problem.ts';
import { type BehindAnswer, behindAnswer, behindQuery } from '../../lib/contract/reports.ts';
import type { VerdictKind } from '../../lib/contract/words.ts';
import type { Db } from '../db/database.ts';
import { type Route, route } from '../http/route.ts';
import type { Lead } from '../leads/follow.ts';
import { recordsOf } from '../mine/records.ts';
import type { LeadIds, Served } from './report.ts';

const PAGE = 50;

/** @param reports all there are */
export function behindRoute(reports: readonly Served[]): Route {
  return route({
    method: 'GET',
    path: '/api/reports/leads',
    role: 'rep',
    input: behindQuery,
    answer: behindAnswer,
    handle: async ({ store, asker, input }) => {
      const report = reports.find(({ name }) => name === input.report);
      if (!report) return NO_SUCH_REPORT;
      const behind = await report.behind(store, asker, input);
      if (!behind.ok) return behind;
      return done(await pageOf(store.db, asker.wsId, behind.value, input.before ?? null));
    },
  });
}

const NO_SUCH_REPORT = failed(
  'bad-request',
  'There are no leads behind this report',
  'Choose another report, or bring the store up to date.',
  { status: 400, field: 'report' },
);

async function pageOf(
  db: Db,
  wsId: string,
  behind: LeadIds,
  after: string | null,
): Promise<BehindAnswer> {
  const { total, ids } = await idsOf(db, behind, after);
  const shown = ids.slice(0, PAGE);
  return {
    total,
    leads: await shownLeads(db, wsId, shown),
    next: ids.length > PAGE ? (shown.at(-1) ?? null) : null,
  };
}

async function idsOf(
  db: Db,
  behind: LeadIds,
  after: string | null,
): Promise<{ total: number; ids: string[] }> {
  const [counted, page] = await Promise.all([
    sql<{ total: number }>`select count(*)::int as total from (${behind}) b`.execute(db),
    sql<{ lead_id: string }>`select b.lead_id from (${behind}) b
      ${after === null ? sql`` : sql`where b.lead_id > ${after}`}
      order by b.lead_id limit ${PAGE + 1}`.execute(db),
  ]);
  return { total: counted.rows[0]?.total ?? 0, ids: page.rows.map(({ lead_id }) => lead_id) };
}

async function shownLeads(
  db: Db,
  wsId: string,
  ids: readonly string[],
): Promise<BehindAnswer['leads']> {
  if (ids.length === 0) return [];
  const leads: Lead[] = await db
    .selectFrom('lead')
    .where('lead_id', 'in', [...ids])
    .where('ws_id', '=', wsId)
    .selectAll()
    .orderBy('lead_id')
    .execute();
  const [said, records] = await Promise.all([lastSaid(db, wsId, ids), recordsOf(db, wsId, leads)]);
  return leads.map((lead) => ({
    leadId: lead.lead_id,
    name: lead.name,
    company: lead.company,
    source: lead.first_source,
    campaign: lead.first_campaign,
    stage: lead.stage,
    points: lead.points,
    verdict: said.get(lead.lead_id)?.verdict ?? null,
    reason: said.get(lead.lead_id)?.reason ?? null,
    handoffAt: lead.handoff_at?.toISOString() ?? null,
    records: records.get(lead.lead_id) ?? [],
  }));
}

interface Said {
  verdict: VerdictKind | null;
  reason: string | null;
}

/** The last verdicts of a few leads, by lead. */
async function lastSaid(
  db: Db,
  wsId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Said>> {
  const rows = await db
    .selectFrom('feedback')
    .where('lead_id', 'in', [...ids])
    .where('ws_id', '=', wsId)
    .where('kind', '=', 'verdict')
    .select(['lead_id', 'verdict', 'reason_label'])
    // The latest comes last and so wins below.
    .orderBy('order_at')
    .orderBy('seq')
    .orderBy('feedback_id')
    .execute();
  return new Map(
    rows.map(({ lead_id, verdict, reason_label }) => [lead_id, { verdict, reason: reason_label }]),
  );
}
