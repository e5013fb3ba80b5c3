/** `GET /api/reports/funnel`: how far leads got that came in the period, and where the others stand. */
import { type RawBuilder, sql } from 'kysely';
import * as z from 'zod/mini';
import {
  type FunnelReport,
  type FunnelStep,
  funnelReport,
  funnelStep,
  reportQuery,
} from '../../lib/contract/reports.ts';
import { cameIn, leadFacts } from './facts.ts';
import { markOf, readMark, sumOf } from './figures.ts';
import type { Asked, LeadIds, Report } from './report.ts';
import { inWeek, weekIn, weeksOf } from './weeks.ts';

const STEPS = funnelStep.options;
const ended = z.enum(['waiting', 'rejected', 'recycled', 'disqualified', 'lost']);
type Ended = z.infer<typeof ended>;
type Step = FunnelReport['steps'][number];

export const funnel: Report<Asked['query'], FunnelReport> = {
  name: 'funnel',
  input: reportQuery,
  answer: funnelReport,
  figures: async (asked) => {
    const parts = await partsOf(asked);
    const weeks = weeksOf(asked.query).map(({ week }) => week);
    return { steps: STEPS.map((step, place) => stepOf(step, place, parts, weeks)) };
  },
  behind: (asked, mark) => {
    const which = whichOf(mark);
    return which && idsOf(asked, which);
  },
};

/** Leads that came in one week, got as far and stand in the same place. */
interface Part {
  week: string;
  reached: number;
  ended: Ended;
  n: number;
}

async function partsOf({ store, wsId, query }: Asked): Promise<Part[]> {
  const { rows } = await sql<Part>`select ${weekIn(sql`x.came`)} as week, x.reached, x.ended,
      count(*)::int as n
    from (${leadFacts({ wsId, query }, cameIn(query))}) x group by 1, 2, 3`.execute(store.db);
  return rows;
}

function stepOf(
  step: FunnelStep,
  place: number,
  parts: readonly Part[],
  weeks: readonly string[],
): Step {
  const got = parts.filter(({ reached }) => reached >= place);
  // Whoever won has nowhere further to go, so nobody ends there.
  const stopped = step === 'won' ? [] : got.filter(({ reached }) => reached === place);
  const byWeek = Map.groupBy(got, ({ week }) => week);
  const waitingByWeek = Map.groupBy(
    stopped.filter((part) => part.ended === 'waiting'),
    ({ week }) => week,
  );
  const counted = (some: readonly Part[] = []) => sumOf(some, ({ n }) => n);
  const each = <T>(of: (where: Ended) => T) => ({
    waiting: of('waiting'),
    rejected: of('rejected'),
    recycled: of('recycled'),
    disqualified: of('disqualified'),
    lost: of('lost'),
  });
  return {
    step,
    n: counted(got),
    ended: each((where) => counted(stopped.filter((part) => part.ended === where))),
    endedMarks: each((where) => markOf(where, step)),
    weeks: weeks.map((week) => ({
      week,
      n: counted(byWeek.get(week)),
      waiting: counted(waitingByWeek.get(week)),
      mark: markOf('week', `${week}:${step}`),
    })),
    mark: markOf('step', step),
  };
}

/** `step:<step>`, `week:<Monday>:<step>`, `<where it ended>:<step>` */
function whichOf(mark: string): RawBuilder<unknown> | null {
  const { is, of } = readMark(mark);
  if (of === null) return null;
  if (is === 'week') {
    const { is: week, of: named } = readMark(of);
    const step = placeOf(named);
    const then = inWeek(sql`x.came`, week);
    return step === null || then === null ? null : sql`${then} and x.reached >= ${step}::int`;
  }
  const step = placeOf(of);
  if (step === null) return null;
  if (is === 'step') return sql`x.reached >= ${step}::int`;
  const where = ended.safeParse(is);
  if (!where.success) return null;
  return STEPS[step] === 'won'
    ? sql`false`
    : sql`x.reached = ${step}::int and x.ended = ${where.data}`;
}

function placeOf(name: string | null): number | null {
  const step = funnelStep.safeParse(name);
  return step.success ? STEPS.indexOf(step.data) : null;
}

function idsOf({ wsId, query }: Asked, which: RawBuilder<unknown>): LeadIds {
  return sql`select x.lead_id from (${leadFacts({ wsId, query }, cameIn(query))}) x where ${which}`;
}
