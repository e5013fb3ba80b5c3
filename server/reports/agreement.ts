/** `GET /api/reports/agreement`: whether people who judged one lead said the same of it. */
import { type RawBuilder, sql } from 'kysely';
import {
  type AgreementReport,
  agreementReport,
  type ReportQuery,
  reportQuery,
} from '../../lib/contract/reports.ts';
import { ACCEPTED, inSegment, spanOf } from './facts.ts';
import { rateOf } from './figures.ts';
import type { Asked, Report } from './report.ts';

export const agreement: Report<ReportQuery, AgreementReport> = {
  name: 'agreement',
  input: reportQuery,
  answer: agreementReport,
  figures: async (asked) => {
    const [pairs, reps] = await Promise.all([pairsOf(asked), repsOf(asked)]);
    return { ...pairs, reps };
  },
  behind: (asked, mark) => {
    if (mark !== 'pairs' && mark !== 'apart') return null;
    const which = mark === 'apart' ? sql`not p.same` : sql`true`;
    return sql`with said as (${saidIn(asked)}) select distinct p.lead_id from (${PAIRS}) p where ${which}`;
  },
};

/** What each member said last about each lead in the period: `lead_id, member_id, verdict, took, reason_label`. */
function saidIn({ wsId, query }: Asked): RawBuilder<unknown> {
  const { from, to } = spanOf(query);
  return sql`select distinct on (f.lead_id, f.member_id) f.lead_id, f.member_id, f.verdict,
      f.verdict in ${ACCEPTED} as took, f.reason_label
    from feedback f join lead l on l.lead_id = f.lead_id
    where ${inSegment(wsId, query)} and f.ws_id = ${wsId} and f.kind = 'verdict'
      and f.order_at >= ${from} and f.order_at < ${to}
    order by f.lead_id, f.member_id, f.order_at desc, f.seq desc, f.feedback_id desc`;
}

/** Every two members who spoke about one lead, of `said`. */
const PAIRS = sql`select a.lead_id, a.took = b.took as same, a.reason_label as one, b.reason_label as other
    from said a join said b on b.lead_id = a.lead_id and b.member_id > a.member_id`;

interface Row {
  /** Null in the row of all. */
  reason: string | null;
  pairs: number;
  same: number;
}

async function pairsOf(asked: Asked): Promise<Omit<AgreementReport, 'reps'>> {
  const { rows } = await sql<Row>`with said as (${saidIn(asked)}), p as (${PAIRS})
    select null as reason, count(*) as pairs, count(*) filter (where p.same) as same from p
    union all
    select given.reason, count(*), count(*) filter (where p.one = p.other) from p
      cross join lateral (select p.one as reason union select p.other) given
      where given.reason is not null group by given.reason`.execute(asked.store.db);
  const all = rows.find(({ reason }) => reason === null);
  return {
    pairs: all?.pairs ?? 0,
    same: all?.same ?? 0,
    marks: { pairs: 'pairs', apart: 'apart' },
    reasons: rows
      .filter(({ reason }) => reason !== null)
      .sort((a, b) => b.pairs - a.pairs || ((a.reason ?? '') < (b.reason ?? '') ? -1 : 1)),
  };
}

interface RepRow {
  member_id: string;
  name: string;
  n: number;
  accepted: number;
  recycled: number;
}

/** By name: this is no ranking. */
async function repsOf(asked: Asked): Promise<AgreementReport['reps']> {
  const { store, wsId } = asked;
  const { rep_figures } = await store.db
    .selectFrom('workspace')
    .where('ws_id', '=', wsId)
    .select('rep_figures')
    .executeTakeFirstOrThrow();
  if (!rep_figures) return null;
  const { rows } = await sql<RepRow>`with said as (${saidIn(asked)})
    select m.member_id, m.name, count(*) as n, count(*) filter (where s.took) as accepted,
      count(*) filter (where s.verdict = 'recycled') as recycled
    from said s join member m on m.member_id = s.member_id and m.ws_id = ${wsId}
    group by m.member_id, m.name order by lower(m.name), m.member_id`.execute(store.db);
  return rows.map(({ member_id, name, n, accepted, recycled }) => ({
    memberId: member_id,
    name,
    judged: rateOf(accepted, n),
    recycled,
  }));
}
