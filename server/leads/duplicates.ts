/** Others that may be the same person: nobody said so, but they have the same name at the same company. */
import { sql } from 'kysely';
import type { Stage } from '../../lib/contract/words.ts';
import type { Db } from '../db/database.ts';
import { atCompany } from './colleagues.ts';
import type { Lead } from './follow.ts';

/** More would say nothing new. */
const MOST_SHOWN = 3;

export interface Duplicate {
  name: string;
  company: string | null;
  stage: Stage;
}

/** @returns live leads with the name of this one, and its company or its (not free) mail domain, most points first */
export async function duplicatesOf(db: Db, lead: Lead): Promise<Duplicate[]> {
  const ofCompany = atCompany(lead);
  if (lead.name === null || !ofCompany) return [];
  const rows = await db
    .selectFrom('lead')
    .where('ws_id', '=', lead.ws_id)
    .where('lead_id', '<>', lead.lead_id)
    .where('merged_into', 'is', null)
    .where(ofCompany)
    .where(sql<boolean>`lower(name) = lower(${lead.name})`)
    .select(['name', 'company', 'stage'])
    .orderBy('points', 'desc')
    .orderBy('lead_id')
    .limit(MOST_SHOWN)
    .execute();
  return rows.flatMap(({ name, company, stage }) =>
    name === null ? [] : [{ name, company, stage }],
  );
}
