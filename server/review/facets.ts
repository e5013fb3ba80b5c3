/** `POST /api/review/facets`: how many lines of the queue there are of each kind, so that a filter says what it would show. */
import { type RawBuilder, sql } from 'kysely';
import * as z from 'zod/mini';
import { done } from '../../lib/contract/problem.ts';
import {
  type ReviewFacets,
  type ReviewFilter,
  reviewFacets,
  reviewFilter,
  type SaidKind,
  saidKind,
} from '../../lib/contract/review.ts';
import type { Db } from '../db/database.ts';
import { route } from '../http/route.ts';
import { namesOf } from '../leads/history.ts';
import { repWords } from '../words/asked.ts';
import {
  all,
  conditionsOf,
  FACETS,
  type Facet,
  inQueue,
  POINTS_THEN,
  SAID,
  WITH_LEAD,
} from './filter.ts';

const HOUR = 3_600_000;
const MOST = 30;

export const facetsRoute = route({
  method: 'POST',
  path: '/api/review/facets',
  role: 'marketer',
  input: z.object({ filter: reviewFilter }),
  answer: reviewFacets,
  handle: async ({ store, asker, input }) => {
    const { db } = store;
    const [counted, names] = await Promise.all([
      countedBy(db, asker.wsId, input.filter, store.now()),
      namesOf(db, asker.wsId),
    ]);
    const nameOf = (memberId: string) =>
      names.get(memberId) ?? repWords(asker.language).somebodyWhoLeft;
    return done(shown(counted, nameOf));
  },
});

/** One kind of lines; `facet` is null for all of them. */
interface Counted {
  facet: Facet | null;
  value: string | null;
  n: number;
}

/** What each list tells lines apart by. */
function valuesOf(now: number): Record<Facet, RawBuilder<unknown>> {
  const ago = (hours: number) => new Date(now - hours * HOUR);
  return {
    said: sql`${SAID}`,
    reasons: sql`f.reason_label`,
    sources: sql`l.first_source`,
    campaigns: sql`l.first_campaign`,
    reps: sql`f.member_id::text`,
    points: sql`(floor(${POINTS_THEN} / 10.0) * 10)::int::text`,
    hours: sql`case when f.made_at > ${ago(24)} then 'day' when f.made_at > ${ago(48)} then 'twoDays'
      else 'longer' end`,
  };
}

/**
 * One walk through the queue finds out of each line what it is and which parts of the filter it passes. Lines that are
 * alike in all of it are one row from there on, so the lists are counted from much less than there are lines.
 */
async function countedBy(
  db: Db,
  wsId: string,
  filter: ReviewFilter,
  now: number,
): Promise<Counted[]> {
  const { text, ...conditions } = conditionsOf(filter, now);
  const values = valuesOf(now);
  const given = FACETS.filter((facet) => conditions[facet] !== null);
  const columns = [
    ...FACETS.map((facet) => sql`${values[facet]} as ${sql.id(facet)}`),
    ...given.map((facet) => sql`coalesce(${conditions[facet]}, false) as ${passes(facet)}`),
  ];
  const list = (facet: Facet | null) => {
    const others = given.filter((other) => other !== facet).map((other) => passes(other));
    const value = facet === null ? sql`null` : sql.id(facet);
    return sql`(select ${facet === null ? sql`null` : sql.lit(facet)}::text as facet, ${value}::text as value,
      sum(n)::int as n from kinds where ${all(others)}
      group by 2 order by 3 desc, 2 limit ${sql.lit(MOST)})`;
  };
  const { rows } = await sql<Counted>`with kinds as materialized (
      select k.*, count(*) as n from (
        select ${sql.join(columns)} from feedback f ${WITH_LEAD}
        where ${all([inQueue(wsId, filter.state), text])}
      ) k group by ${sql.join([
        ...FACETS.map((facet) => sql.id(facet)),
        ...given.map((facet) => passes(facet)),
      ])}
    ) ${sql.join([list(null), ...FACETS.map(list)], sql` union all `)}`.execute(db);
  return rows;
}

function passes(facet: Facet): RawBuilder<unknown> {
  return sql.id(`passes_${facet}`);
}

function shown(
  counted: readonly Counted[],
  nameOf: (memberId: string) => string,
): z.infer<typeof reviewFacets> {
  const of = (facet: Facet | null) => counted.filter((row) => row.facet === facet && row.n > 0);
  const named = (facet: Facet) => of(facet).map(({ value, n }) => ({ value, n }));
  const waited = (value: string) => of('hours').find((row) => row.value === value)?.n ?? 0;
  return {
    total: of(null)[0]?.n ?? 0,
    said: of('said').flatMap(({ value, n }) => (isSaid(value) ? [{ value, n }] : [])),
    reasons: named('reasons'),
    sources: named('sources'),
    campaigns: named('campaigns'),
    reps: repsOf(of('reps'), nameOf),
    points: of('points').map(({ value, n }) => ({ value: Number(value), n })),
    waited: { day: waited('day'), twoDays: waited('twoDays'), longer: waited('longer') },
  };
}

function repsOf(
  rows: readonly Counted[],
  nameOf: (memberId: string) => string,
): ReviewFacets['reps'] {
  return rows
    .map(({ value, n }) => ({ memberId: value ?? '', name: nameOf(value ?? ''), n }))
    .sort((a, b) => a.name.localeCompare(b.name) || a.memberId.localeCompare(b.memberId));
}

function isSaid(value: string | null): value is SaidKind {
  return saidKind.safeParse(value).success;
}
