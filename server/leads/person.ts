/** The columns of a lead that say who the person is, kept in step with each other. */
import type { Updateable } from 'kysely';
import { domainOf, isFreeMail } from '../../lib/score/fit.ts';
import type { LeadTable, Traits } from '../db/schema.ts';
import type { Lead } from './follow.ts';

/** Who a lead is; null is "not known". */
export interface Person {
  email: string | null;
  name: string | null;
  title: string | null;
  company: string | null;
  traits: Traits;
}

/** @returns the keys by which colleagues are found; a free-mail domain makes nobody a colleague */
export function colleagueKeys(person: Pick<Person, 'email' | 'company'>): Pick<
  Updateable<LeadTable>,
  'company_key' | 'domain'
> & {
  company_key: string | null;
  domain: string | null;
} {
  const domain = domainOf(person.email);
  const key = person.company?.toLowerCase().replace(/\s+/g, ' ').trim();
  return {
    company_key: key ? key : null,
    domain: domain === null || isFreeMail(domain) ? null : domain,
  };
}

/** @returns a lead as it is when nothing is known of it but its id */
export function blankLead(leadId: string, wsId: string, now: number): Lead {
  return {
    lead_id: leadId,
    ws_id: wsId,
    email: null,
    name: null,
    title: null,
    company: null,
    company_key: null,
    domain: null,
    traits: {},
    traits_at: null,
    stage: 'inquiry',
    opted_out: false,
    sales_sourced: false,
    points: 0,
    first_at: null,
    first_source: null,
    first_campaign: null,
    handoff_at: null,
    merged_into: null,
    rev: 1,
    created_at: new Date(now),
    updated_at: new Date(now),
  };
}
