/** Others of the same company, in one statement: how many, who of them is most engaged, and who may be the same person. */
import { type RawBuilder, sql } from 'kysely';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Colleague } from '../../lib/contract/lead.ts';
import type { Stage } from '../../lib/contract/words.ts';
import { lastCounted } from '../../lib/score/heat.ts';
import { scoreInBrief } from '../../lib/score/score.ts';
import type { Db } from '../db/database.ts';
import { type Complete, complete } from './complete.ts';
import { countedOf, SHOWN, type ShownLead, type ShownRow } from './counting.ts';
import type { Lead } from './follow.ts';
import { fitOf } from './person.ts';

/** More would say nothing new. */
const MOST_NAMESAKES = 3;

/** Somebody who may be the same person: nobody said so, but they have the same name at the same company. */
export interface Namesake {
  name: string;
  company: string | null;
  stage: Stage;
}

export interface Company {
  /** Live leads of it besides this one. */
  count: number;
  /** With the most points first, with the scores of their own cards. */
  top: Colleague[];
  /** With the most points first. */
  namesakes: Namesake[];
  /** Verdicts on record in the workspace, where they were to be counted along. */
  cases: number | null;
}

export interface AskedAround {
  /** How many of the most engaged are wanted. */
  most: number;
  definition: LeadDefinition;
  now: number;
  /** Another question that goes to all leads at once; together they are one way there and back. */
  withCases?: boolean;
}

/** Of a company: how many it has, and of this one its place by points and whether it has the name of the lead asked about. */
type Row = ShownRow & { of_all: number; place: number; same_name: boolean | null };

/** With nobody around there is one row all the same, for what was counted along. */
type Answered = { cases: number | null } & (Row | { lead_id: null });

/**
 * @returns what there is to know of the company of this lead: its name, or its (not free) mail domain; null when it has neither,
 *   and then nothing was asked
 */
export async function companyAround(
  db: Db,
  lead: Lead,
  { most, definition, now, withCases = false }: AskedAround,
): Promise<Company | null> {
  const ofCompany = sameCompany(lead);
  if (!ofCompany) return null;
  // Narrow rows are counted and put in order; only those that are shown are read.
  const { rows: answered } = await sql<Answered>`
    select ${SHOWN}, counter.definition_version, counter.matching, counter.body, near.of_all, near.place,
      near.same_name, one.cases
    from (select ${withCases ? casesOf(lead.ws_id) : sql`null::bigint`} as cases) as one
    left join (
      select lead_id, same_name, count(*) over () as of_all,
        row_number() over (order by points desc, lead_id) as place,
        row_number() over (partition by same_name order by points desc, lead_id) as alike
      from (
        select lead_id, points, lower(name) = lower(${lead.name}) as same_name from lead
        where ws_id = ${lead.ws_id} and lead_id <> ${lead.lead_id} and merged_into is null
          and (${ofCompany})
      ) as of_company
    ) as near on near.place <= ${most} or (near.same_name and near.alike <= ${MOST_NAMESAKES})
    left join lead on lead.lead_id = near.lead_id and lead.ws_id = ${lead.ws_id}
    left join counter on counter.lead_id = lead.lead_id and counter.ws_id = lead.ws_id
    order by near.place`.execute(db);
  const rows = answered.filter(
    (row): row is Row & { cases: number | null } => row.lead_id !== null,
  );
  const top = countedOf(
    rows.filter(({ place }) => place <= most),
    definition,
  );
  const counted = await complete(db, lead.ws_id, top, definition);
  const colleagues = [...counted.values()].map((one) => colleagueOf(one, definition, now));
  return {
    count: rows[0]?.of_all ?? 0,
    top: colleagues.sort((a, b) => b.points - a.points || (a.leadId < b.leadId ? -1 : 1)),
    namesakes: rows
      .filter((row) => row.same_name)
      .flatMap(namesakeOf)
      .slice(0, MOST_NAMESAKES),
    cases: answered[0]?.cases ?? null,
  };
}

function casesOf(wsId: string): RawBuilder<unknown> {
  return sql`(select count(*) from verdict_case where verdict_case.ws_id = ${wsId})`;
}

function sameCompany({
  company_key,
  domain,
}: Pick<Lead, 'company_key' | 'domain'>): RawBuilder<unknown> | null {
  const ways = [
    ...(company_key === null ? [] : [sql`company_key = ${company_key}`]),
    ...(domain === null ? [] : [sql`domain = ${domain}`]),
  ];
  return ways.length === 0 ? null : sql.join(ways, sql` or `);
}

function colleagueOf(
  { lead, counters }: Complete,
  definition: LeadDefinition,
  now: number,
): Colleague {
  const { points, enough } = scoreInBrief(counters, fitOf(lead), definition, now);
  const last = lastCounted(counters);
  return {
    leadId: lead.lead_id,
    name: lead.name ?? lead.email,
    title: lead.title,
    stage: lead.stage,
    points,
    enough,
    lastAt: last === null ? null : new Date(last).toISOString(),
  };
}

function namesakeOf({ name, company, stage }: ShownLead): Namesake[] {
  return name === null ? [] : [{ name, company, stage }];
}
