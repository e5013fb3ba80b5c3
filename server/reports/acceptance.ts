/** `GET /api/reports/acceptance`: how many leads each source, campaign or content led to sales, and how many of them sales took. */
import { type RawBuilder, sql } from 'kysely';
import {
  type AcceptanceQuery,
  type AcceptanceReport,
  acceptanceQuery,
  acceptanceReport,
} from '../../lib/contract/reports.ts';
import { ACCEPTED } from './facts.ts';
import { markOf, rateOf, readMark } from './figures.ts';
import type { Asked, Report } from './report.ts';
import { handedLeads, touchesOf } from './touches.ts';

const MOST = 50;
const VALUE = 'value';

export const acceptance: Report<AcceptanceQuery, AcceptanceReport> = {
  name: 'acceptance',
  input: acceptanceQuery,
  answer: acceptanceReport,
  figures: async (asked) => {
    const [rows, total] = await Promise.all([rowsOf(asked), totalOf(asked)]);
    return {
      rows: rows.map(({ value, ...counts }) => ({
        value,
        ...shown(counts),
        mark: markOf(VALUE, value),
      })),
      others: await othersOf(asked, rows),
      total: shown(total),
      promisedShare: asked.definition.promisedShare,
    };
  },
  behind: ({ wsId, query }, mark) => {
    const { is, of } = readMark(mark);
    if (is !== VALUE) return null;
    const which = of === null ? sql`t.value is null` : sql`t.value = ${of}`;
    return sql`select t.lead_id from (${touchesOf(wsId, query)}) t where ${which}`;
  },
};

interface Counts {
  handed: number;
  judged: number;
  accepted: number;
  recycled: number;
}

const NONE: Counts = { handed: 0, judged: 0, accepted: 0, recycled: 0 };

interface Row extends Counts {
  value: string | null;
  /** How many values there are, also beyond these rows. */
  values: number;
}

const shown = ({ handed, judged, accepted, recycled }: Counts) => ({
  handed,
  accepted: rateOf(accepted, judged),
  recycled,
});

/** Of leads with a column `stands`. */
const COUNTS = sql`count(*)::int as handed, count(stands)::int as judged,
  count(*) filter (where stands in ${ACCEPTED})::int as accepted,
  count(*) filter (where stands = 'recycled')::int as recycled`;

async function rowsOf({ store, wsId, query }: Asked<AcceptanceQuery>): Promise<Row[]> {
  const { rows } = await sql<Row>`select t.value, ${COUNTS}, count(*) over ()::int as values
    from (${touchesOf(wsId, query)}) t group by t.value
    order by handed desc, t.value nulls last limit ${MOST}`.execute(store.db);
  return rows;
}

async function totalOf({ store, wsId, query }: Asked<AcceptanceQuery>): Promise<Counts> {
  const { rows } = await sql<Counts>`select ${COUNTS} from (${handedLeads(wsId, query)}) x`.execute(
    store.db,
  );
  return rows[0] ?? NONE;
}

/** Each lead once, also where it is behind several of the other values. */
async function othersOf(
  { store, wsId, query }: Asked<AcceptanceQuery>,
  rows: readonly Row[],
): Promise<AcceptanceReport['others']> {
  const values = (rows[0]?.values ?? 0) - rows.length;
  if (values <= 0) return null;
  const counted = await sql<Counts>`select ${COUNTS} from (
      select t.lead_id, t.stands from (${touchesOf(wsId, query)}) t
      where ${notAmong(rows)} group by 1, 2) x`.execute(store.db);
  return { values, ...shown(counted.rows[0] ?? NONE) };
}

function notAmong(rows: readonly Row[]): RawBuilder<unknown> {
  const known = rows.flatMap(({ value }) => (value === null ? [] : [value]));
  const other = sql`t.value <> all(${known}::text[])`;
  return known.length < rows.length ? other : sql`(t.value is null or ${other})`;
}
