/** A store as a year of ingest leaves it: events in the order of time, counters, scores and names in step with them. */
import { sql } from 'kysely';
import type { Counters } from '../../../lib/contract/counters.ts';
import type { LeadDefinition } from '../../../lib/contract/definition.ts';
import { count, noCounters } from '../../../lib/score/counters.ts';
import { type Random, seeded } from '../../../lib/score/learn/random.ts';
import type { Db } from '../../../server/db/database.ts';
import { toJson } from '../../../server/db/json.ts';
import { claimIdents } from '../../../server/ingest/claim.ts';
import { type EventDraft, readMessage } from '../../../server/ingest/message.ts';
import { saveCounters } from '../../../server/leads/counting.ts';
import { currentDefinition } from '../../../server/leads/definition.ts';
import type { Lead } from '../../../server/leads/follow.ts';
import { emailIdent, recordIdent } from '../../../server/leads/idents.ts';
import { blankLead } from '../../../server/leads/person.ts';
import { standingOf } from '../../../server/leads/standing.ts';
import { insertLeads } from '../../../server/leads/write-lead.ts';
import { timed } from './figures.ts';
import { HEAVY, HEAVY_EVENTS, keysOf, personOf, recordOf } from './people.ts';
import { messageOf } from './traffic.ts';

const YEAR = 365 * 86_400_000;
const AT_ONCE = 10_000;
const TEMPLATES = 400;

/** What the sender would have said: one of each hundred kinds of message, read as ingest reads it. */
interface Template {
  draft: EventDraft;
  named: boolean;
}

interface Tally {
  counters: Counters;
  first: EventDraft | null;
}

export async function loadStore(
  db: Db,
  wsId: string,
  { leads, events, connections }: { leads: number; events: number; connections: number },
): Promise<void> {
  const definition = await currentDefinition(db, wsId);
  const random = seeded(7);
  const templates = templatesFor(wsId, random);
  await saveTemplates(db, templates);
  const tallies: Tally[] = Array.from({ length: leads }, () => ({
    counters: noCounters(definition),
    first: null,
  }));
  const now = Date.now();
  const from = now - YEAR;
  const at = (n: number) => from + Math.floor((n / events) * (YEAR - 60_000));
  await timed(Math.ceil(events / AT_ONCE), connections, async (chunk) => {
    const first = chunk * AT_ONCE;
    const picked = Array.from({ length: Math.min(AT_ONCE, events - first) }, (_, n) =>
      pick(leads, events, templates, random, at(first + n)),
    );
    for (const { lead, template, when } of picked) {
      const tally = tallies[lead];
      const draft = templates[template]?.draft;
      if (!tally || !draft) continue;
      const event = { ...draft, at: when };
      count(tally.counters, event, definition);
      if (!tally.first || when < tally.first.at) tally.first = event;
    }
    await saveEvents(db, wsId, picked);
  });
  await sql`drop table bench_template`.execute(db);
  await timed(Math.ceil(leads / 2000), connections, (chunk) =>
    savePeople(
      db,
      wsId,
      chunk * 2000,
      tallies.slice(chunk * 2000, (chunk + 1) * 2000),
      definition,
      now,
    ),
  );
}

function templatesFor(wsId: string, random: Random): Template[] {
  const envelope = {
    wsId,
    sourceId: wsId,
    source: 'Website',
    sentAt: undefined,
    receivedAt: Date.now(),
    type: null,
  };
  return Array.from({ length: TEMPLATES }, (_, n) => {
    const named = n % 2 === 0;
    const read = readMessage(
      messageOf(personOf(named ? 0 : 1), random, `t${n}`, Date.now()),
      envelope,
    );
    if (!read.ok || !read.message.event) throw new Error('A template is not an event.');
    const draft = read.message.event;
    return { draft: { ...draft, machine: draft.kind === 'email_clicked' && n % 5 === 0 }, named };
  });
}

interface Picked {
  lead: number;
  template: number;
  when: number;
}

/** Some come often, most seldom; one has five thousand events whatever the size. */
function pick(
  leads: number,
  events: number,
  templates: readonly Template[],
  random: Random,
  when: number,
): Picked {
  const isHeavy = random() < HEAVY_EVENTS / events;
  const lead = isHeavy ? HEAVY : Math.floor(random() ** 1.5 * leads);
  const half = Math.floor(random() * (templates.length / 2));
  return { lead, template: half * 2 + (lead % 2), when };
}

async function saveTemplates(db: Db, templates: readonly Template[]): Promise<void> {
  await sql`create table bench_template (n int primary key, kind text, name text, title text, path text, url text,
    campaign text, channel text, mail text, source text, machine boolean, props jsonb)`.execute(db);
  const rows = templates.map(({ draft }, n) => ({ n, ...draft }));
  await sql`insert into bench_template select * from jsonb_to_recordset(${toJson(rows)}::jsonb) as x(n int, kind text,
    name text, title text, path text, url text, campaign text, channel text, mail text, source text, machine boolean,
    props jsonb)`.execute(db);
}

async function saveEvents(db: Db, wsId: string, picked: readonly Picked[]): Promise<void> {
  const leads = picked.map(({ lead }) => personOf(lead).leadId);
  const whens = picked.map(({ when }) => when / 1000);
  const templates = picked.map(({ template }) => template);
  await sql`insert into event (lead_id, ws_id, event_id, at, kind, name, title, path, url, campaign, channel, mail,
      source, machine, clock_corrected, props, received_at)
    select x.lead_id, ${wsId}::uuid, gen_random_uuid(), to_timestamp(x.at), t.kind, t.name, t.title, t.path, t.url,
      t.campaign, t.channel, t.mail, t.source, t.machine, false, t.props, to_timestamp(x.at)
    from unnest(${leads}::uuid[], ${whens}::float8[], ${templates}::int[]) as x(lead_id, at, n)
    join bench_template t on t.n = x.n`.execute(db);
}

async function savePeople(
  db: Db,
  wsId: string,
  from: number,
  tallies: readonly Tally[],
  definition: LeadDefinition,
  now: number,
): Promise<void> {
  const leads: Lead[] = [];
  const counted = new Map<string, Counters>();
  const names: { ident: string; leadId: string }[] = [];
  for (const [place, { counters, first }] of tallies.entries()) {
    const person = personOf(from + place);
    const { leadId, email, name, title, company } = person;
    const lead: Lead = {
      ...blankLead(leadId, wsId, now - YEAR),
      ...{ email, name, title, company, rev: 2 + counters.people },
      ...keysOf(person),
      traits_at: email === null ? null : new Date(now - YEAR / 2),
    };
    const touch = {
      first_at: first ? new Date(first.at) : null,
      first_source: first ? (first.channel ?? first.source) : null,
      first_campaign: first?.campaign ?? null,
    };
    const known = { lead, counters, first: touch, saidAt: now - YEAR / 2, acted: false };
    leads.push({ ...lead, ...standingOf(known, definition, now) });
    counted.set(leadId, counters);
    names.push({ ident: `anon:${person.anonymousId}`, leadId });
    if (email !== null) {
      names.push({ ident: emailIdent(email), leadId });
      names.push({ ident: recordIdent(recordOf(from + place)), leadId });
    }
  }
  await insertLeads(db, leads);
  await saveCounters(db, wsId, counted, definition);
  await claimIdents(db, wsId, names);
}
