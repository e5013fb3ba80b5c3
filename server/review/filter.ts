/** What the filter of the queue asks, as pieces of SQL about feedback (`f`) and its lead (`l`): queue and facets mean the same by it. */
import { type RawBuilder, sql } from 'kysely';
import type { ReviewFilter, ReviewState } from '../../lib/contract/review.ts';
import { storable } from '../../lib/contract/text.ts';

const HOUR = 3_600_000;

/** What was said, as one word. */
export const SAID = sql.raw('coalesce(f.flag, f.verdict)');
/** Points when it was said; as the lines show them. */
export const POINTS_THEN = sql.raw('coalesce(f.points_then, 0)');

/** Parts of the filter that have a list of their own beside the queue. */
export const FACETS = [
  'said',
  'reasons',
  'sources',
  'campaigns',
  'reps',
  'points',
  'hours',
] as const;
export type Facet = (typeof FACETS)[number];

type Condition = RawBuilder<unknown>;

/** @returns the condition of each part; null where a part is left open */
export function conditionsOf(
  filter: ReviewFilter,
  now: number,
): Record<Facet | 'text', Condition | null> {
  const { points, hours } = filter;
  return {
    said: filter.said.length === 0 ? null : sql`${SAID} = any(${filter.said}::text[])`,
    reasons: anyOf('f.reason_label', filter.reasons),
    sources: anyOf('l.first_source', filter.sources),
    campaigns: anyOf('l.first_campaign', filter.campaigns),
    reps: filter.reps.length === 0 ? null : sql`f.member_id = any(${filter.reps}::uuid[])`,
    points: points && sql`${POINTS_THEN} between ${points.from}::bigint and ${points.to}::bigint`,
    hours: hours && waitedFor(hours, now),
    text: textIn(filter.text),
  };
}

/** @returns the join with the leads, where it can only be said with them which lines are meant */
export function leadAsked(wsId: string, { sources, campaigns, text }: ReviewFilter): Condition {
  const named = textIn(text);
  // Part of a text is in no index. Going through the leads once, apart, is cheaper than opening one for each line.
  if (named !== null) {
    return sql`join (select l.lead_id, l.ws_id, l.first_source, l.first_campaign from lead l
      where l.ws_id = ${wsId} and ${named} offset 0) l on l.lead_id = f.lead_id and l.ws_id = f.ws_id`;
  }
  return sources.length > 0 || campaigns.length > 0 ? WITH_LEAD : sql``;
}

/** Feedback of a workspace in one state. The state is written out, or the indexes for it are not used. */
export function inQueue(wsId: string, state: ReviewState): Condition {
  return sql`f.ws_id = ${wsId} and f.queue = ${sql.lit(state)}`;
}

/** The lead of feedback. A merge moves feedback, so it is the live one. */
export const WITH_LEAD = sql.raw('join lead l on l.lead_id = f.lead_id and l.ws_id = f.ws_id');

/** @returns all that hold, as one */
export function all(conditions: readonly (Condition | null)[]): Condition {
  const given = conditions.filter((one) => one !== null);
  return given.length === 0 ? sql`true` : sql.join(given, sql` and `);
}

function anyOf(column: string, values: readonly (string | null)[]): Condition | null {
  if (values.length === 0) return null;
  const known = values.filter((value) => value !== null);
  const some = sql`${sql.raw(column)} = any(${known}::text[])`;
  return known.length === values.length ? some : sql`(${some} or ${sql.raw(column)} is null)`;
}

/** By the rep's clock, which may run ahead of ours: what was said in a moment has been waiting for no time. */
function waitedFor({ from, to }: NonNullable<ReviewFilter['hours']>, now: number): Condition {
  return all([
    from > 0 ? sql`f.made_at <= ${timeAt(now - from * HOUR)}` : null,
    to === null ? null : sql`f.made_at > ${timeAt(now - to * HOUR)}`,
  ]);
}

/** Further back than this nothing was ever said, and dates cannot tell any number of hours. */
const LONG_AGO = Date.UTC(1970, 0, 1);

function timeAt(at: number): Date {
  return new Date(Math.max(LONG_AGO, at));
}

function textIn(typed: string): Condition | null {
  const text = storable(typed).trim();
  if (text === '') return null;
  // Letters of other languages are only known by the rules of one, which take twice as long.
  const rules = /^[ -~]+$/.test(text) ? sql`collate "C"` : sql``;
  const said = sql`concat_ws(chr(10), l.name, l.company, l.email) ${rules}`;
  return sql`strpos(lower(${said}), ${text.toLowerCase()}) > 0`;
}
