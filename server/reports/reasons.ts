/** `GET /api/reports/reasons`: why sales says no, the most frequent reason first. */
import { type RawBuilder, sql } from 'kysely';
import { type ReasonsReport, reasonsReport, reportQuery } from '../../lib/contract/reports.ts';
import type { VerdictKind } from '../../lib/contract/words.ts';
import { judgedIn } from './facts.ts';
import { markOf, readMark, sumOf } from './figures.ts';
import type { Asked, Report } from './report.ts';

export const reasons: Report<Asked['query'], ReasonsReport> = {
  name: 'reasons',
  input: reportQuery,
  answer: reasonsReport,
  figures: async (asked) => {
    const said = await saidIn(asked);
    const counted = (...kinds: VerdictKind[]) =>
      sumOf(
        said.filter(({ verdict }) => kinds.includes(verdict)),
        ({ n }) => n,
      );
    return {
      rejected: byReason(said, 'rejected'),
      disqualified: byReason(said, 'disqualified'),
      recycled: counted('recycled'),
      accepted: counted('accepted', 'qualified'),
    };
  },
  behind: ({ wsId, query }, mark) => {
    const which = whichOf(mark);
    return (
      which &&
      sql`select j.lead_id from (${judgedIn(wsId, query, 'live and erased')}) j where ${which}`
    );
  },
};

interface Said {
  verdict: VerdictKind;
  reason: string | null;
  n: number;
}

async function saidIn({ store, wsId, query }: Asked): Promise<Said[]> {
  const { rows } = await sql<Said>`select j.verdict, j.reason_label as reason, count(*)::int as n
    from (${judgedIn(wsId, query, 'live and erased')}) j group by 1, 2 order by n desc, reason nulls last`.execute(
    store.db,
  );
  return rows;
}

function byReason(
  said: readonly Said[],
  verdict: 'rejected' | 'disqualified',
): ReasonsReport['rejected'] {
  return said
    .filter((one) => one.verdict === verdict)
    .map(({ reason, n }) => ({ reason, n, mark: markOf(verdict, reason) }));
}

function whichOf(mark: string): RawBuilder<unknown> | null {
  const { is, of } = readMark(mark);
  if (is !== 'rejected' && is !== 'disqualified') return null;
  const reason = of === null ? sql`j.reason_label is null` : sql`j.reason_label = ${of}`;
  return sql`j.verdict = ${is} and ${reason}`;
}
