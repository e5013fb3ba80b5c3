/** Leads on their way out: who they are, by which names they are known, where they stand. */
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { Lead } from '../leads/follow.ts';
import { BEFORE_ALL, PAGE, pages } from './page.ts';

export interface NamedLead {
  lead: Lead;
  /** `email:…`, `user:…`, `anon:…`, `record:…` */
  names: string[];
}

/** @returns live leads in the order of their ids; those that were merged away are in the ones that stand for them */
export async function* leadPages(db: Db, wsId: string): AsyncGenerator<NamedLead[]> {
  const read = (after: Lead | null) =>
    db
      .selectFrom('lead')
      .where('lead_id', '>', after?.lead_id ?? BEFORE_ALL)
      .where('ws_id', '=', wsId)
      .where('merged_into', 'is', null)
      .selectAll()
      .orderBy('lead_id')
      .limit(PAGE)
      .execute();
  for await (const page of pages(read)) {
    const names = await namesOf(
      db,
      wsId,
      page.map(({ lead_id }) => lead_id),
    );
    yield page.map((lead) => ({ lead, names: names.get(lead.lead_id) ?? [] }));
  }
}

async function namesOf(
  db: Db,
  wsId: string,
  leadIds: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ ident: string; lead_id: string }>`
    select ident, lead_id from identity where lead_id = any(${leadIds}::uuid[]) and ws_id = ${wsId}
    order by ident`.execute(db);
  const names = new Map<string, string[]>();
  for (const { ident, lead_id } of rows) {
    const own = names.get(lead_id) ?? [];
    own.push(ident);
    names.set(lead_id, own);
  }
  return names;
}

/** @returns the lead as one object of an NDJSON file */
export function leadObject({ lead, names }: NamedLead) {
  return {
    leadId: lead.lead_id,
    email: lead.email,
    name: lead.name,
    title: lead.title,
    company: lead.company,
    traits: lead.traits,
    names,
    stage: lead.stage,
    points: lead.points,
    definitionVersion: lead.scored_version,
    optedOut: lead.opted_out,
    salesSourced: lead.sales_sourced,
    owner: lead.owner,
    firstAt: lead.first_at?.toISOString() ?? null,
    firstSource: lead.first_source,
    firstCampaign: lead.first_campaign,
    handedOverAt: lead.handoff_at?.toISOString() ?? null,
    handedOverBy: lead.handed_by,
    createdAt: lead.created_at.toISOString(),
    updatedAt: lead.updated_at.toISOString(),
  };
}
