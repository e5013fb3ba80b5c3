/** Others of the same company that marketing knows: how many, and who of them is most engaged. */
import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Colleague } from '../../lib/contract/lead.ts';
import { lastCounted } from '../../lib/score/heat.ts';
import { scoreInBrief } from '../../lib/score/score.ts';
import type { Db } from '../db/database.ts';
import type { Schema } from '../db/schema.ts';
import { complete } from './complete.ts';
import { countedLeads } from './counting.ts';
import type { Lead } from './follow.ts';
import { fitOf } from './person.ts';

type Keys = Pick<Lead, 'company_key' | 'domain'>;
type Where = (eb: ExpressionBuilder<Schema, 'lead'>) => ExpressionWrapper<Schema, 'lead', SqlBool>;

/** @returns the condition for the same company name or the same (not free) mail domain; null for a lead of no company */
export function atCompany({ company_key, domain }: Keys): Where | null {
  if (company_key === null && domain === null) return null;
  return (eb) =>
    eb.or([
      ...(company_key === null ? [] : [eb('company_key', '=', company_key)]),
      ...(domain === null ? [] : [eb('domain', '=', domain)]),
    ]);
}

/** @returns the number of live leads of the same company */
export async function countColleagues(db: Db, lead: Lead): Promise<number> {
  const ofCompany = atCompany(lead);
  if (!ofCompany) return 0;
  const { count } = await others(db, lead, ofCompany)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** @returns those with the most points, at most so many, with the scores of their own cards */
export async function topColleagues(
  db: Db,
  lead: Lead,
  most: number,
  definition: LeadDefinition,
  now: number,
): Promise<Colleague[]> {
  const ofCompany = atCompany(lead);
  if (!ofCompany) return [];
  const rows = await others(db, lead, ofCompany)
    .select('lead_id')
    .orderBy('points', 'desc')
    .orderBy('lead_id')
    .limit(most)
    .execute();
  const ids = rows.map(({ lead_id }) => lead_id);
  const { ws_id: wsId } = lead;
  const found = await complete(db, wsId, await countedLeads(db, wsId, ids, definition), definition);
  const colleagues = [...found.values()].map(({ lead: own, counters }): Colleague => {
    const { points, enough } = scoreInBrief(counters, fitOf(own), definition, now);
    const last = lastCounted(counters);
    return {
      leadId: own.lead_id,
      name: own.name ?? own.email,
      title: own.title,
      stage: own.stage,
      points,
      enough,
      lastAt: last === null ? null : new Date(last).toISOString(),
    };
  });
  return colleagues.sort((a, b) => b.points - a.points || (a.leadId < b.leadId ? -1 : 1));
}

function others(db: Db, { ws_id, lead_id }: Lead, ofCompany: Where) {
  return db
    .selectFrom('lead')
    .where('ws_id', '=', ws_id)
    .where('lead_id', '<>', lead_id)
    .where('merged_into', 'is', null)
    .where(ofCompany);
}
