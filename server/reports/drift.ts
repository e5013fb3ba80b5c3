/** `GET /api/reports/drift`: whether the score still keeps what it promised, month by month. */
import { type RawBuilder, sql } from 'kysely';
import {
  type DriftReport,
  driftReport,
  type ReportQuery,
  reportQuery,
} from '../../lib/contract/reports.ts';
import { studyAtHand } from '../learning/studies.ts';
import { ACCEPTED, judgedIn } from './facts.ts';
import { rateOf } from './figures.ts';
import type { Asked, Report } from './report.ts';

const MARK = /^month:(\d{4}-\d\d-01)$/;

export const drift: Report<ReportQuery, DriftReport> = {
  name: 'drift',
  input: reportQuery,
  answer: driftReport,
  figures: async (asked) => {
    const [months, made] = await Promise.all([
      monthsOf(asked),
      studyAtHand(asked.store, asked.wsId, asked.definition),
    ]);
    return { months, inputs: made?.study.drift.inputs ?? [] };
  },
  behind: (asked, mark) => {
    const month = MARK.exec(mark)?.[1];
    return month === undefined
      ? null
      : sql`select j.lead_id from (${promisedIn(asked)}) j where ${MONTH} = ${month}`;
  },
};

/** The same as in the report of calibration, so that the months are parts of it. */
function promisedIn({ wsId, query }: Asked): RawBuilder<unknown> {
  return sql`select v.* from (${judgedIn(wsId, query)}) v
    where v.chance_then is not null and not v.sales_sourced`;
}

const MONTH = sql.raw(`to_char(j.order_at at time zone 'UTC', 'YYYY-MM-01')`);

interface Row {
  month: string;
  n: number;
  accepted: number;
  promised: number;
}

async function monthsOf(asked: Asked): Promise<DriftReport['months']> {
  const { rows } = await sql<Row>`select ${MONTH} as month, count(*) as n,
      count(*) filter (where j.verdict in ${ACCEPTED}) as accepted,
      (avg(j.chance_then) / 100)::float8 as promised
    from (${promisedIn(asked)}) j group by 1`.execute(asked.store.db);
  const found = new Map(rows.map((row) => [row.month, row]));
  return monthsBetween(asked.query).map((month) => {
    const { n, accepted, promised } = found.get(month) ?? { n: 0, accepted: 0, promised: null };
    return { month, promised, accepted: rateOf(accepted, n), mark: `month:${month}` };
  });
}

/** Ten years, the longest that can be asked for, touch so many months. */
const MOST_MONTHS = 122;

/** @returns the first days of the months the period touches, oldest first */
function monthsBetween({ from, to }: Pick<ReportQuery, 'from' | 'to'>): string[] {
  const months: string[] = [];
  const [year, month] = [Number(to.slice(0, 4)), Number(to.slice(5, 7)) - 1];
  for (let back = 0; back < MOST_MONTHS; back++) {
    const first = new Date(Date.UTC(year, month - back, 1)).toISOString().slice(0, 10);
    months.unshift(first);
    if (first <= from) break;
  }
  return months;
}
