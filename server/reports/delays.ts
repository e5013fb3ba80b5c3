/** `GET /api/reports/delays`: how long leads waited for their handoff, and then for sales. */
import { type RawBuilder, sql } from 'kysely';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import {
  type DelaysReport,
  delaysReport,
  type ReportQuery,
  reportQuery,
} from '../../lib/contract/reports.ts';
import { outcomeKind } from '../../lib/contract/words.ts';
import { OURS } from '../leads/digest.ts';
import { inSegment, spanOf } from './facts.ts';
import type { Asked, Report } from './report.ts';

const HOUR = 60;
/** Minutes; both sides are shown on one axis. */
const EDGES = [1, 5, 15, HOUR, 4 * HOUR, 8 * HOUR, 24 * HOUR];
const SIDES = ['system', 'human'] as const;
type Side = (typeof SIDES)[number];
const MARK = /^(system|human):(\d+|longer)$/;
/** What the lead did not do itself. */
const NOT_OWN = sql.join([...OURS, ...outcomeKind.options].map((kind) => sql.lit(kind)));

export const delays: Report<ReportQuery, DelaysReport> = {
  name: 'delays',
  input: reportQuery,
  answer: delaysReport,
  figures,
  behind: (asked, mark) => {
    const whose = meant(asked, mark);
    const sides = mark.startsWith('system') ? (['system'] as const) : (['human'] as const);
    return whose && sql`select h.lead_id from (${handedOver(asked, sides)}) h where ${whose}`;
  },
};

/** @returns which of the leads handed over a mark means; null when it means none */
function meant(asked: Asked, mark: string): RawBuilder<unknown> | null {
  if (mark === 'waiting') return sql`h.human is null`;
  if (mark === 'late') return sql`h.human is null and h.handoff_at < ${lateBefore(asked)}`;
  const [, side, upTo] = MARK.exec(mark) ?? [];
  const edges = edgesOf(asked.definition);
  const bin = upTo === 'longer' ? edges.length : edges.indexOf(Number(upTo));
  if (side === undefined || bin === -1) return null;
  return sql`${binOf(sql.ref(`h.${side}`), edges)} = ${sql.lit(bin)}`;
}

interface Row {
  side: Side;
  /** Null in the row of all. */
  bin: number | null;
  n: number;
  sum: number | null;
  kept: number;
  median: number | null;
}

async function figures(asked: Asked): Promise<DelaysReport> {
  const { definition, store } = asked;
  const edges = edgesOf(definition);
  const promises = promisesOf(definition);
  // Each side looks through other rows of the same leads, so neither waits for the other.
  const [system, human] = await Promise.all(
    SIDES.map(async (side) => {
      const took = sql.ref(`h.${side}`);
      const { rows } = await sql<
        Row | Waiting
      >`with h as materialized (${handedOver(asked, [side])})
        select ${sql.lit(side)} as side, null as bin, count(${took}) as n, sum(${took})::float8 as sum,
          count(*) filter (where ${took} <= ${promises[side]}::float8) as kept,
          percentile_cont(0.5) within group (order by ${took}) as median from h
        union all
        select ${sql.lit(side)}, ${binOf(took, edges)}, count(*), null, 0, null
          from h where ${took} is not null group by 2${side === 'human' ? waitingIn(asked) : sql``}`.execute(
        store.db,
      );
      return rows;
    }),
  );
  const rows = [...(system ?? []), ...(human ?? [])];
  const delayOf = (side: Side) =>
    shown(
      rows.filter((row): row is Row => row.side === side),
      promises[side],
      edges,
    );
  const waiting = rows.find((row) => row.side === 'waiting');
  return {
    system: delayOf('system'),
    human: delayOf('human'),
    waiting: { n: waiting?.n ?? 0, late: waiting?.kept ?? 0, mark: 'waiting', lateMark: 'late' },
  };
}

function waitingIn(asked: Asked): RawBuilder<unknown> {
  return sql` union all
    select 'waiting', null, count(*), null,
      count(*) filter (where h.handoff_at < ${lateBefore(asked)}), null
      from h where h.human is null`;
}

/** Those without a verdict; `kept` are the late ones among them. */
type Waiting = Omit<Row, 'side'> & { side: 'waiting' };

function shown(rows: readonly Row[], promise: number, edges: readonly number[]) {
  const all = rows.find(({ bin }) => bin === null);
  const side = all?.side ?? 'system';
  return {
    n: all?.n ?? 0,
    promise,
    kept: all?.kept ?? 0,
    median: all?.median ?? null,
    sum: all?.sum ?? 0,
    bins: [...edges, null].map((upTo, bin) => ({
      upTo,
      n: rows.find((row) => row.bin === bin)?.n ?? 0,
      mark: `${side}:${upTo ?? 'longer'}`,
    })),
  };
}

/**
 * What a lead did last before the handoff, and the first verdict after it; `at` is null where there was none. A last word from
 * before the handoff answers it all the same, unless the lead woke since: a rep's clock may be slow, and of two leads that turned
 * out to be one each may have brought one of the two.
 */
const NEXT_TO: Record<Side, RawBuilder<unknown>> = {
  system: sql`left join lateral (select e.at from event e
      where e.lead_id = l.lead_id and e.ws_id = l.ws_id and e.at <= l.handoff_at
        and not e.machine and e.kind not in (${NOT_OWN})
      order by e.at desc limit 1) system on true`,
  human: sql`left join lateral (select coalesce(min(f.order_at) filter (where f.order_at >= l.handoff_at),
        (array_agg(case when f.verdict = 'recycled' and f.woken_at is not null then null
            else greatest(f.order_at, l.handoff_at) end
          order by f.order_at desc, f.seq desc, f.feedback_id desc))[1]) as at
      from feedback f
      where f.lead_id = l.lead_id and f.ws_id = l.ws_id and f.kind = 'verdict') human on true`,
};

/** Leads handed over in the period: `lead_id, handoff_at`, and in minutes these sides; null where nothing was. */
function handedOver({ wsId, query }: Asked, sides: readonly Side[]): RawBuilder<unknown> {
  const { from, to } = spanOf(query);
  const took = sides.map(
    (side) => sql`(abs(extract(epoch from ${sql.ref(`${side}.at`)} - l.handoff_at)) / 60)::float8
      as ${sql.ref(side)}`,
  );
  const joined = sides.map((side) => NEXT_TO[side]);
  return sql`select l.lead_id, l.handoff_at, ${sql.join(took)}
    from lead l ${sql.join(joined, sql` `)}
    where ${inSegment(wsId, query)} and l.handoff_at >= ${from} and l.handoff_at < ${to}`;
}

function promisesOf({ sla }: LeadDefinition): Record<Side, number> {
  return { system: sla.handoffMinutes, human: sla.salesHours * HOUR };
}

/** Both promises are among them, so that no bin is half kept. */
function edgesOf(definition: LeadDefinition): number[] {
  const promised = Object.values(promisesOf(definition)).map((minutes) => Math.ceil(minutes));
  return [...new Set([...EDGES, ...promised])].sort((a, b) => a - b);
}

/** The number of the first bin that is long enough. */
function binOf(minutes: RawBuilder<unknown>, edges: readonly number[]): RawBuilder<unknown> {
  const cases = edges.map(
    (edge, bin) => sql`when ${minutes} <= ${sql.lit(edge)} then ${sql.lit(bin)}`,
  );
  return sql`case when ${minutes} is null then null ${sql.join(cases, sql` `)} else ${sql.lit(edges.length)} end`;
}

function lateBefore({ definition, now }: Asked): Date {
  return new Date(now - definition.sla.salesHours * 3_600_000);
}
