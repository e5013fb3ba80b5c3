/** A year of handoffs, verdicts, answers and deals over a store that has leads and events (tests/bench/store/load.ts). */
import { sql } from 'kysely';
import type { Verdict } from '../../../lib/contract/feedback.ts';
import type { VerdictKind } from '../../../lib/contract/words.ts';
import { type Random, seeded } from '../../../lib/score/learn/random.ts';
import { gitlabPreset } from '../../../lib/score/presets/gitlab.ts';
import type { Db } from '../../../server/db/database.ts';
import { toJson } from '../../../server/db/json.ts';
import { uuidOf } from '../store/people.ts';

const DAY = 86_400_000;
const YEAR = 365 * DAY;
const AT_ONCE = 5000;
const MEMBERS = 12;
const RULES = [...gitlabPreset.engagement, ...gitlabPreset.fit].map(({ id }) => id);
const SOURCES = ['google', 'newsletter', 'webinar', 'partner', 'linkedin', 'fair', null];
const REASONS = ['Student', 'Competitor', 'No budget', 'Wrong region', 'Too small', null];

/** @param like a verdict as the extension sends it: all others have its snapshot */
export async function judgeLeads(
  db: Db,
  wsId: string,
  { leads, like }: { leads: number; like: Verdict },
): Promise<void> {
  const random = seeded(19);
  await addMembers(db, wsId);
  const handed = await handOver(db, wsId, random, Math.floor(leads * 0.6));
  const said = handed.slice(0, Math.floor(leads / 2)).map((one, n) => verdictBy(random, one, n));
  for (let from = 0; from < said.length; from += AT_ONCE) {
    await saveSaid(db, wsId, like, said.slice(from, from + AT_ONCE));
  }
  await freezeAll(db, wsId);
  await closeDeals(db, wsId);
  await fillQueue(db, wsId, leads / 2);
  for (const table of ['lead', 'event', 'feedback', 'verdict_case']) {
    await sql`vacuum analyze ${sql.table(table)}`.execute(db);
  }
}

const memberOf = (n: number) => uuidOf(`member ${n}`);

async function addMembers(db: Db, wsId: string): Promise<void> {
  const rows = Array.from({ length: MEMBERS }, (_, n) => ({
    ...{ ws_id: wsId, member_id: memberOf(n), name: `Rep ${n}`, role: 'rep' as const },
    created_at: new Date(),
  }));
  await db.insertInto('member').values(rows).execute();
}

interface Handed {
  lead_id: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** Everybody came some day of the year; of these, so many were handed over within days. */
async function handOver(db: Db, wsId: string, random: Random, many: number): Promise<Handed[]> {
  const leads = await db
    .selectFrom('lead')
    .where('ws_id', '=', wsId)
    .select('lead_id')
    .orderBy('lead_id')
    .execute();
  const now = Date.now();
  const handed: Handed[] = [];
  const rows = leads.map(({ lead_id }, n) => {
    const came = now - random() * YEAR;
    const at = n < many ? Math.min(now - 60_000, came + random() ** 4 * 10 * DAY) : null;
    if (at !== null) handed.push({ lead_id, at });
    return {
      ...{ lead_id, came: new Date(came), at: at === null ? null : new Date(at) },
      source: SOURCES[Math.floor(random() ** 2 * SOURCES.length)],
      campaign: random() < 0.6 ? `Campaign ${Math.floor(random() ** 2 * 200)}` : null,
      sales: random() < 0.05,
      by: random() < 0.04 ? 'audit' : 'line',
    };
  });
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await sql`update lead l set first_at = x.came, first_source = x.source, first_campaign = x.campaign,
        sales_sourced = x.sales, handoff_at = x.at, handed_by = case when x.at is null then null else x.by end,
        stage = case when x.at is null then 'inquiry' else 'mql' end
      from jsonb_to_recordset(${toJson(rows.slice(from, from + AT_ONCE))}::jsonb)
        as x(lead_id uuid, came timestamptz, at timestamptz, source text, campaign text, sales boolean, by text)
      where l.lead_id = x.lead_id and l.ws_id = ${wsId}`.execute(db);
  }
  return handed;
}

interface Said {
  lead_id: string;
  feedback_id: string;
  member_id: string;
  verdict: VerdictKind;
  reason: string | null;
  at: Date;
  chance: number | null;
  points: number;
  rules: string[];
  answered: Date | null;
}

/** The score is honest: of those it promises thirty of a hundred, thirty are accepted. One in ten is judged by two. */
function verdictBy(random: Random, { lead_id, at }: Handed, n: number): Said {
  const chance = 1 + Math.floor(random() ** 1.3 * 98);
  const took: VerdictKind =
    random() < 0.6 ? 'accepted' : random() < 0.7 ? 'qualified' : 'disqualified';
  const not: VerdictKind = random() < 0.75 ? 'rejected' : 'recycled';
  const verdict = random() * 100 < chance ? took : not;
  const asks = verdict === 'rejected' || verdict === 'disqualified';
  const said = Math.min(Date.now(), at + random() ** 5 * 20 * DAY);
  return {
    lead_id,
    feedback_id: uuidOf(`verdict ${n}`),
    member_id: memberOf(Math.floor(random() * MEMBERS)),
    verdict,
    reason: asks ? (REASONS[Math.floor(random() ** 1.5 * REASONS.length)] ?? null) : null,
    at: new Date(said),
    chance: said < Date.now() - 0.9 * YEAR ? null : chance,
    points: Math.floor(chance / 2),
    rules: RULES.filter(() => random() < 6 / RULES.length),
    answered: asks && random() < 0.5 ? new Date(said + random() * 3 * DAY) : null,
  };
}

async function saveSaid(db: Db, wsId: string, like: Verdict, said: readonly Said[]): Promise<void> {
  const rows = toJson(said);
  const columns = sql`x(lead_id uuid, feedback_id uuid, member_id uuid, verdict text, reason text, at timestamptz,
    chance int, points int, rules jsonb, answered timestamptz)`;
  await sql`insert into feedback (lead_id, ws_id, feedback_id, member_id, kind, verdict, reason_label, body, seq, made_at,
      order_at, received_at, queue, answered_at, points_then, chance_then, rules_then)
    select x.lead_id, ${wsId}::uuid, x.feedback_id, x.member_id, 'verdict', x.verdict, x.reason,
      ${toJson(like)}::jsonb || jsonb_build_object('id', x.feedback_id, 'leadId', x.lead_id, 'verdict', x.verdict),
      0, x.at, x.at, x.at,
      case when x.verdict in ('rejected', 'disqualified') then case when x.answered is null then 'open' else 'answered' end end,
      x.answered, x.points, x.chance, x.rules
    from jsonb_to_recordset(${rows}::jsonb) as ${columns}`.execute(db);
  // One in ten was judged by a colleague, too, an hour before.
  await sql`insert into feedback (lead_id, ws_id, feedback_id, member_id, kind, verdict, body, seq, made_at, order_at,
      received_at, points_then, chance_then, rules_then)
    select f.lead_id, f.ws_id, gen_random_uuid(), ${memberOf(0)}::uuid, 'verdict', 'accepted', f.body, 0,
      f.made_at - interval '1 hour', f.order_at - interval '1 hour', f.received_at, f.points_then, f.chance_then, f.rules_then
    from jsonb_to_recordset(${rows}::jsonb) as ${columns}
    join feedback f on f.lead_id = x.lead_id and f.ws_id = ${wsId} and f.feedback_id = x.feedback_id
    where get_byte(uuid_send(x.feedback_id), 0) < 26 and x.member_id <> ${memberOf(0)}::uuid`.execute(
    db,
  );
  await sql`update lead l set stage = case x.verdict when 'accepted' then 'sal' when 'qualified' then 'sql' else x.verdict end
    from jsonb_to_recordset(${rows}::jsonb) as ${columns}
    where l.lead_id = x.lead_id and l.ws_id = ${wsId}`.execute(db);
}

/** What is learned from: each lead as its counters are. */
async function freezeAll(db: Db, wsId: string): Promise<void> {
  await sql`insert into verdict_case (lead_id, ws_id, feedback_id, decided_at, member_id, verdict, reason, body)
    select f.lead_id, f.ws_id, f.feedback_id, f.order_at, f.member_id, f.verdict, null, jsonb_build_object(
      'day', floor(extract(epoch from f.order_at) / 86400)::int, 'counters', c.body, 'matching', c.matching,
      'fit', jsonb_build_object('email', l.email, 'title', l.title, 'company', l.company, 'industry', null,
        'country', null, 'employees', null),
      'salesSourced', l.sales_sourced, 'points', f.points_then, 'definitionVersion', 1)
    from feedback f join lead l on l.lead_id = f.lead_id and l.ws_id = f.ws_id
      join counter c on c.lead_id = f.lead_id and c.ws_id = f.ws_id
    where f.ws_id = ${wsId} and f.kind = 'verdict'`.execute(db);
}

/** Of those sales took a third became an opportunity; of these half were won or lost. */
async function closeDeals(db: Db, wsId: string): Promise<void> {
  const deal = (
    kind: string,
    below: number,
    byte: number,
    days: number,
  ) => sql`insert into event (lead_id, ws_id, event_id,
      at, kind, name, source, machine, clock_corrected, props, received_at)
    select f.lead_id, f.ws_id, gen_random_uuid(), f.order_at + ${days} * interval '1 day', ${kind}, 'Deal', 'CRM', false, false,
      '{}', f.order_at
    from feedback f where f.ws_id = ${wsId} and f.verdict in ('accepted', 'qualified')
      and get_byte(uuid_send(f.feedback_id), ${byte}) < ${below}`;
  await deal('opportunity_opened', 85, 1, 5).execute(db);
  await deal('deal_won', 20, 1, 20).execute(db);
  await deal('deal_lost', 25, 2, 25).execute(db);
}

/** Flags until so many wait for marketing, which is more than anybody should let happen. */
async function fillQueue(db: Db, wsId: string, open: number): Promise<void> {
  await sql`insert into feedback (lead_id, ws_id, feedback_id, member_id, kind, flag, body, seq, made_at, order_at,
      received_at, queue, points_then, chance_then, rules_then)
    select f.lead_id, f.ws_id, gen_random_uuid(), f.member_id, 'flag', 'score_too_high',
      (f.body - 'verdict' - 'reason' - 'until' - 'wakeOn')
        || '{"kind":"flag","flag":"score_too_high","ruleId":null,"fault":null}'::jsonb,
      1, f.made_at, f.order_at, f.received_at, 'open', f.points_then, f.chance_then, f.rules_then
    from feedback f where f.ws_id = ${wsId} and f.kind = 'verdict' and f.queue is distinct from 'open'
    order by f.feedback_id
    limit ${sql`greatest(0, ${open}::int - (select count(*) from feedback where ws_id = ${wsId} and queue = 'open'))`}`.execute(
    db,
  );
}
