/** The two numbers of the truce: how many leads sales was handed, and how many of them it took. */
import { type RawBuilder, sql } from 'kysely';
import { type HeadlineReport, headlineReport, reportQuery } from '../../lib/contract/reports.ts';
import { ACCEPTED, handedIn, leadFacts } from './facts.ts';
import { markOf, rateOf, readMark, sumOf } from './figures.ts';
import type { Asked, LeadIds, Report } from './report.ts';
import { daysOf, inWeek, weekIn, weeksOf } from './weeks.ts';

export const headline: Report<Asked['query'], HeadlineReport> = {
  name: 'headline',
  input: reportQuery,
  answer: headlineReport,
  figures: async (asked) => {
    const weeks = await countedWeeks(asked);
    return {
      volume: volumeOf(asked, weeks),
      quality: qualityOf(asked, weeks),
      definitionVersion: asked.definition.version,
    };
  },
  behind: (asked, mark) => {
    const which = whichOf(mark);
    return which && idsOf(asked, which);
  },
};

function volumeOf(
  { query, now, definition: { promisedPerWeek } }: Asked,
  counted: readonly Counted[],
): HeadlineReport['volume'] {
  const handed = new Map(counted.map((one) => [one.week, one.handed]));
  return {
    handed: sumOf(counted, (one) => one.handed),
    promised: promisedPerWeek === null ? null : (promisedPerWeek * daysOf(query, now)) / 7,
    promisedPerWeek,
    weeks: weeksOf(query).map(({ week, whole }) => ({
      week,
      n: handed.get(week) ?? 0,
      whole,
      mark: markOf('week', week),
    })),
    mark: 'handed',
  };
}

function qualityOf(
  { definition: { promisedShare } }: Asked,
  counted: readonly Counted[],
): HeadlineReport['quality'] {
  const [handed, judged, accepted] = [
    sumOf(counted, (one) => one.handed),
    sumOf(counted, (one) => one.judged),
    sumOf(counted, (one) => one.accepted),
  ];
  return {
    accepted: rateOf(accepted, judged),
    recycled: sumOf(counted, (one) => one.recycled),
    waiting: handed - judged,
    promisedShare,
    mark: 'judged',
    marks: { accepted: 'accepted', recycled: 'recycled', waiting: 'waiting' },
  };
}

const ACCEPTED_ONES = sql`x.stands in ${ACCEPTED}`;
const RECYCLED_ONES = sql`x.stands = 'recycled'`;

const WHICH: ReadonlyMap<string, RawBuilder<unknown>> = new Map([
  ['handed', sql`true`],
  ['judged', sql`x.stands is not null`],
  ['accepted', ACCEPTED_ONES],
  ['recycled', RECYCLED_ONES],
  ['waiting', sql`x.stands is null`],
]);

function whichOf(mark: string): RawBuilder<unknown> | null {
  const { is, of } = readMark(mark);
  if (is === 'week' && of !== null) return inWeek(sql`x.handoff_at`, of);
  return of === null ? (WHICH.get(is) ?? null) : null;
}

function idsOf({ wsId, query }: Asked, which: RawBuilder<unknown>): LeadIds {
  return sql`select x.lead_id from (${leadFacts({ wsId, query }, handedIn(query))}) x where ${which}`;
}

interface Counted {
  week: string;
  handed: number;
  judged: number;
  accepted: number;
  recycled: number;
}

async function countedWeeks({ store, wsId, query }: Asked): Promise<Counted[]> {
  const { rows } = await sql<Counted>`select ${weekIn(sql`x.handoff_at`)} as week,
      count(*)::int as handed, count(x.stands)::int as judged,
      count(*) filter (where ${ACCEPTED_ONES})::int as accepted,
      count(*) filter (where ${RECYCLED_ONES})::int as recycled
    from (${leadFacts({ wsId, query }, handedIn(query))}) x group by 1`.execute(store.db);
  return rows;
}
