/** `GET /api/reports/calibration`: what the score promised, beside what sales then said. */
import { sql } from 'kysely';
import {
  type CalibrationReport,
  calibrationReport,
  FEWEST,
  type ReportQuery,
  reportQuery,
} from '../../lib/contract/reports.ts';
import { ACCEPTED, judgedIn } from './facts.ts';
import { rateOf } from './figures.ts';
import type { Asked, Report } from './report.ts';

const TENTH = 10;
const MARK = /^band:(\d0?)$/;

export const calibration: Report<ReportQuery, CalibrationReport> = {
  name: 'calibration',
  input: reportQuery,
  answer: calibrationReport,
  figures,
  behind: ({ wsId, query }, mark) => {
    const from = MARK.exec(mark)?.[1];
    return from === undefined
      ? null
      : sql`select j.lead_id from (${judgedIn(wsId, query)}) j
          where not j.sales_sourced and ${BAND} = ${Number(from)}::int`;
  },
};

/** Tens of percent, by the lower end. No store promises 100; what a browser sends is its own word. */
const BAND = sql.raw(`case when j.chance_then < 0 then 0 when j.chance_then > 99 then 90
  else (j.chance_then / 10) * 10 end`);

/** Verdicts of one band that lie in one tenth of all. */
interface Part {
  band: number | null;
  tenth: number;
  n: number;
  promised: number;
  accepted: number;
  recycled: number;
  audit: number;
}

async function figures({ store, wsId, query }: Asked): Promise<CalibrationReport> {
  // Of two with one chance the one with more points comes first, and of those chance decides: by id.
  const { rows } = await sql<Part>`select band, tenth, count(*) as n,
      coalesce(sum(chance_then), 0)::float8 as promised,
      count(*) filter (where verdict in ${ACCEPTED}) as accepted,
      count(*) filter (where verdict = 'recycled') as recycled,
      count(*) filter (where handed_by = 'audit') as audit
    from (select j.chance_then, j.verdict, j.handed_by, ${BAND} as band,
        ntile(${sql.lit(TENTH)}) over (partition by j.chance_then is null
          order by j.chance_then desc, j.points_then desc, j.lead_id) as tenth
      from (${judgedIn(wsId, query)}) j where not j.sales_sourced) parts
    group by band, tenth`.execute(store.db);
  const promised = rows.filter(({ band }) => band !== null);
  const all = rateOf(sumOf(promised, 'accepted'), sumOf(promised, 'n'));
  const bands = bandsOf(promised);
  const tenths = tenthsOf(promised);
  return {
    bands,
    off: all.of < FEWEST ? null : offOf(bands, all.of),
    tenths,
    lift10: liftOf(tenths, all),
    all,
    unpromised: sumOf(rows, 'n') - all.of,
  };
}

function bandsOf(parts: readonly Part[]): CalibrationReport['bands'] {
  return [...Map.groupBy(parts, ({ band }) => band ?? 0)]
    .sort(([one], [other]) => one - other)
    .map(([from, own]) => {
      const n = sumOf(own, 'n');
      return {
        from,
        to: from + TENTH,
        promised: sumOf(own, 'promised') / n / 100,
        accepted: rateOf(sumOf(own, 'accepted'), n),
        recycled: sumOf(own, 'recycled'),
        audit: sumOf(own, 'audit'),
        mark: `band:${from}`,
      };
    });
}

function tenthsOf(parts: readonly Part[]): CalibrationReport['tenths'] {
  return [...Map.groupBy(parts, ({ tenth }) => tenth)]
    .sort(([one], [other]) => one - other)
    .map(([tenth, own]) => ({
      tenth,
      accepted: rateOf(sumOf(own, 'accepted'), sumOf(own, 'n')),
    }));
}

function offOf(bands: CalibrationReport['bands'], n: number): number {
  const off = bands.map(
    ({ promised, accepted }) => Math.abs(promised - accepted.n / accepted.of) * accepted.of,
  );
  return off.reduce((sum, one) => sum + one, 0) / n;
}

function liftOf(tenths: CalibrationReport['tenths'], all: CalibrationReport['all']): number | null {
  const best = tenths[0]?.accepted;
  if (!best || all.of < TENTH * FEWEST || all.n === 0) return null;
  return best.n / best.of / (all.n / all.of);
}

function sumOf(
  parts: readonly Part[],
  figure: 'n' | 'promised' | 'accepted' | 'recycled' | 'audit',
): number {
  return parts.reduce((sum, part) => sum + part[figure], 0);
}
