/** `GET /api/reports/sourced`: what became of leads that sales found by itself, beside those marketing brought. */
import { sql } from 'kysely';
import { reportQuery, type SourcedReport, sourcedReport } from '../../lib/contract/reports.ts';
import { ACCEPTED, cameIn, leadFacts } from './facts.ts';
import { rateOf } from './figures.ts';
import type { Asked, Report } from './report.ts';

export const sourced: Report<Asked['query'], SourcedReport> = {
  name: 'sourced',
  input: reportQuery,
  answer: sourcedReport,
  figures: async (asked) => {
    const parts = await partsOf(asked);
    return { marketing: rowOf(parts, false), sales: rowOf(parts, true) };
  },
  behind: ({ wsId, query }, mark) => {
    if (mark !== 'marketing' && mark !== 'sales') return null;
    return sql`select x.lead_id from (${leadFacts({ wsId, query }, cameIn(query))}) x
      where x.sales = ${mark === 'sales'}`;
  },
};

interface Part {
  sales: boolean;
  came: number;
  judged: number;
  accepted: number;
  sql: number;
  opportunity: number;
  won: number;
  lost: number;
}

const NONE = { came: 0, judged: 0, accepted: 0, sql: 0, opportunity: 0, won: 0, lost: 0 };

async function partsOf({ store, wsId, query }: Asked): Promise<Part[]> {
  const { rows } =
    await sql<Part>`select x.sales, count(*)::int as came, count(x.stands)::int as judged,
      count(*) filter (where x.stands in ${ACCEPTED})::int as accepted,
      count(*) filter (where x.reached >= 3)::int as sql,
      count(*) filter (where x.reached >= 4)::int as opportunity,
      count(*) filter (where x.reached = 5)::int as won,
      count(*) filter (where x.reached = 4 and x.ended = 'lost')::int as lost
    from (${leadFacts({ wsId, query }, cameIn(query))}) x group by 1`.execute(store.db);
  return rows;
}

function rowOf(parts: readonly Part[], sales: boolean): SourcedReport['sales'] {
  const part = parts.find((one) => one.sales === sales) ?? NONE;
  return {
    came: part.came,
    accepted: rateOf(part.accepted, part.judged),
    sql: part.sql,
    opportunity: part.opportunity,
    won: part.won,
    lost: part.lost,
    mark: sales ? 'sales' : 'marketing',
  };
}
