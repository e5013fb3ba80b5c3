/** How many others of the same company marketing knows. */
import type { Db } from '../db/database.ts';
import type { Lead } from './follow.ts';

/** @returns the number of live leads with the same company name or the same (not free) mail domain */
export async function colleaguesOf(db: Db, lead: Lead): Promise<number> {
  const { company_key, domain } = lead;
  if (company_key === null && domain === null) return 0;
  const { count } = await db
    .selectFrom('lead')
    .where('ws_id', '=', lead.ws_id)
    .where('lead_id', '<>', lead.lead_id)
    .where('merged_into', 'is', null)
    .where((eb) =>
      eb.or([
        ...(company_key === null ? [] : [eb('company_key', '=', company_key)]),
        ...(domain === null ? [] : [eb('domain', '=', domain)]),
      ]),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
