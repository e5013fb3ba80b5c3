/** The columns of a lead that say who the person is, kept in step with each other. */
import type { Updateable } from 'kysely';
import type { FitAttributes } from '../../lib/contract/counters.ts';
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

/** What somebody told of a person; where they came from is seen. */
export type ToldAttributes = Omit<FitAttributes, 'source' | 'campaign'>;

/** What the fit rules look at of that. */
export const FIT_ATTRIBUTES = [
  'email',
  'title',
  'company',
  'industry',
  'country',
  'employees',
] as const satisfies (keyof ToldAttributes)[];

type Told = Pick<Lead, 'email' | 'title' | 'company' | 'traits'>;

/** @returns what the fit rules look at */
export function fitOf(lead: Told & Pick<Lead, 'first_source' | 'first_campaign'>): FitAttributes {
  return { ...toldOf(lead), source: lead.first_source, campaign: lead.first_campaign };
}

/** @returns what was told of it */
export function toldOf(lead: Told): ToldAttributes {
  return {
    email: lead.email,
    title: lead.title,
    company: lead.company,
    industry: lead.traits.industry ?? null,
    country: lead.traits.country ?? null,
    employees: lead.traits.employees ?? null,
  };
}

/** @returns the traits with word of when these were last said to be others */
export function withSince(
  traits: Traits,
  changed: readonly (keyof ToldAttributes)[],
  saidAt: number,
): Traits {
  if (changed.length === 0) return traits;
  const since = new Date(saidAt).toISOString();
  const own = Object.fromEntries(changed.map((attribute) => [attribute, since]));
  return { ...traits, since: { ...traits.since, ...own } };
}

/** @returns which of what was told are others now */
export function changedFit(before: Told, after: Told): (keyof ToldAttributes)[] {
  const [was, is] = [toldOf(before), toldOf(after)];
  return FIT_ATTRIBUTES.filter((attribute) => was[attribute] !== is[attribute]);
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
    scored_version: null,
    stale_on: null,
    handed_by: null,
    first_at: null,
    first_source: null,
    first_campaign: null,
    handoff_at: null,
    merged_into: null,
    joined: null,
    owner: null,
    rev: 1,
    created_at: new Date(now),
    updated_at: new Date(now),
  };
}
