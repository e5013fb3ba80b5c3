/** The review desk with a queue as nobody should have it: fifty thousand lines, and what is asked of it. */
import { sql } from 'kysely';
import type { LeadCard } from '../../../lib/contract/lead.ts';
import { type ReviewFilter, reviewFilter } from '../../../lib/contract/review.ts';
import { flagItem, verdictItem } from '../../../lib/feedback/items.ts';
import type { Db } from '../../../server/db/database.ts';
import { toJson } from '../../../server/db/json.ts';

export interface QueueSize {
  open: number;
  answered: number;
}

/**
 * Feedback on leads that are there, at most one each, spread over the last four months; answered ones on others than open ones.
 *
 * @param card of any of these leads: the snapshots are of its size
 * @param members by whom
 */
export async function queueFixture(
  db: Db,
  { wsId, card, members, now }: { wsId: string; card: LeadCard; members: string[]; now: number },
  { open, answered }: QueueSize,
): Promise<void> {
  const tools = { now: () => now, id: () => '00000000-0000-7000-8000-000000000000' };
  const rejected = verdictItem(
    card,
    { verdict: 'rejected', reason: 'student', note: 'Writes a thesis', until: null },
    tools,
  );
  const flagged = flagItem(
    card,
    { flag: 'score_too_high', ruleId: null, fault: null, note: '' },
    tools,
  );
  const rules = card.score.contributions.map(({ ruleId }) => ruleId);
  await sql`insert into feedback (lead_id, ws_id, feedback_id, member_id, kind, verdict, flag, reason_label, body, seq,
      made_at, order_at, received_at, queue, answered_at, points_then, rules_then)
    select l.lead_id, ${wsId}, gen_random_uuid(), (${members}::uuid[])[1 + n % ${members.length}::int],
      case when n % 10 < 8 then 'verdict' else 'flag' end,
      case when n % 10 < 6 then 'rejected' when n % 10 < 8 then 'disqualified' end,
      case when n % 10 = 8 then 'score_too_high' when n % 10 = 9 then 'signal_wrong' end,
      case when n % 10 < 8 then (array['Student', 'Competitor', 'Bad data', 'Wrong person', null])[1 + (n / 10) % 5] end,
      case when n % 10 < 8 then ${toJson(rejected)}::jsonb else ${toJson(flagged)}::jsonb end,
      n, l.at, l.at, l.at, case when n <= ${open}::int then 'open' else 'answered' end,
      case when n > ${open}::int then l.at + interval '1 day' end, n % 83, ${toJson(rules)}::jsonb
    from (
      select lead_id, row_number() over (order by md5(lead_id::text))::int as n,
        ${new Date(now)}::timestamptz - row_number() over (order by lead_id) * interval '100 seconds' as at
      from lead where ws_id = ${wsId} and merged_into is null order by 2 limit ${open + answered}
    ) l`.execute(db);
  await sql`vacuum analyze feedback`.execute(db);
}

export interface QueueCase {
  name: string;
  path: string;
  /** To be posted; null: the question is a GET. */
  body: unknown;
  /** The most milliseconds it may take, by what was promised. */
  within: number;
}

const PAGE = 100;
const FACETS = 500;

/** What a marketer does with it. `values` are sources, campaigns and names that the leads have. */
export function queueCases(values: {
  source: string;
  campaign: string;
  /** Of one lead, or of few. */
  text: string;
  member: string;
}): QueueCase[] {
  const page = (name: string, filter: Partial<ReviewFilter>): QueueCase => {
    const body = { filter: reviewFilter.parse(filter) };
    return { name: `queue, ${name}`, path: '/api/review/queue', body, within: PAGE };
  };
  const facets = (name: string, filter: Partial<ReviewFilter>): QueueCase => {
    const body = { filter: reviewFilter.parse(filter) };
    return { name: `facets, ${name}`, path: '/api/review/facets', body, within: FACETS };
  };
  const several: Partial<ReviewFilter> = {
    said: ['rejected', 'disqualified'],
    reasons: ['Student', null],
    sources: [values.source],
    points: { from: 20, to: 60 },
    hours: { from: 48, to: null },
  };
  const q = encodeURIComponent(values.text);
  return [
    page('unfiltered', {}),
    page('answered', { state: 'answered' }),
    page('by reason', { reasons: ['Student'] }),
    page('by source', { sources: [values.source] }),
    page('by campaign', { campaigns: [values.campaign] }),
    page('by rep', { reps: [values.member] }),
    page('by all at once', several),
    page('by a rare name', { text: values.text }),
    page('by what nobody has', { sources: ['nowhere'], points: { from: 20, to: 22 } }),
    facets('unfiltered', {}),
    facets('by all at once', several),
    facets('by a rare name', { text: values.text }),
    { name: 'patterns', path: '/api/review/patterns', body: null, within: 1000 },
    { name: 'search, a name', path: `/api/leads/search?q=${q}`, body: null, within: PAGE },
    { name: 'search, one letter', path: '/api/leads/search?q=p', body: null, within: PAGE },
  ];
}
