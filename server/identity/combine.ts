/** What is known of a person, kept by part and shown as one. Pure. */
import type { PartBody } from '../db/schema-identity.ts';
import type { Lead } from '../leads/follow.ts';
import { colleagueKeys, FIT_ATTRIBUTES, toldOf } from '../leads/person.ts';
import type { Part } from './parts.ts';

const ATTRIBUTES = ['name', 'title', 'company'] as const;
const TRAITS = ['phone', 'industry', 'country', 'employees'] as const;
type Told = (typeof ATTRIBUTES)[number] | (typeof TRAITS)[number];

/** @returns what this lead knows, as a part of its own */
export function bodyOf(lead: Lead): PartBody {
  const body = {
    email: lead.email,
    name: lead.name,
    title: lead.title,
    company: lead.company,
    traits: lead.traits,
    traits_at: lead.traits_at?.toISOString() ?? null,
    opted_out: lead.opted_out,
    sales_sourced: lead.sales_sourced,
    owner: lead.owner,
    stage: lead.stage,
    handoff_at: lead.handoff_at?.toISOString() ?? null,
    handed_by: lead.handed_by,
  };
  const said: Record<string, number> = {};
  for (const told of [...ATTRIBUTES, ...TRAITS]) {
    const since = sinceOf(body, told) ?? lead.traits_at?.getTime();
    if (toldIn(body, told) !== null && since !== undefined) said[told] = since;
  }
  return { ...body, said };
}

/** @returns the lead with what this part alone knows */
export function leadOfPart(lead: Lead, body: Omit<PartBody, 'said'>): Lead {
  const { email, name, title, company, traits, opted_out, sales_sourced, owner = null } = body;
  const traits_at = body.traits_at === null ? null : new Date(body.traits_at);
  const keys = colleagueKeys({ email, company });
  return {
    ...lead,
    email,
    name,
    title,
    company,
    traits,
    traits_at,
    opted_out,
    sales_sourced,
    owner,
    ...keys,
  };
}

/**
 * The lead that is shown keeps its address; of everything else the newest word counts, whichever part's name it came by. What
 * another part knew was not known of this person before the two were joined.
 *
 * @returns the lead with what all parts know together; stage and score are the caller's
 */
export function combined(lead: Lead, parts: readonly Part[]): Lead {
  const ordered = parts.toSorted(byJoining);
  const [root] = ordered;
  if (!root || ordered.length === 1) return root ? leadOfPart(lead, root.body) : lead;
  const first = leadOfPart(lead, root.body);
  const pick = <T extends Told>(told: T) => toldIn(newest(ordered, told)?.body, told);
  const text = (told: Told) => {
    const value = pick(told);
    return typeof value === 'string' ? value : null;
  };
  const email = ordered.find(({ body }) => body.email !== null)?.body.email ?? null;
  const employees = pick('employees');
  const [phone, industry, country] = [text('phone'), text('industry'), text('country')];
  const traits = {
    ...(phone === null ? {} : { phone }),
    ...(industry === null ? {} : { industry }),
    ...(country === null ? {} : { country }),
    ...(typeof employees === 'number' ? { employees } : {}),
  };
  const person = { email, name: text('name'), title: text('title'), company: text('company') };
  const times = ordered.flatMap(({ body }) => (body.traits_at ? [Date.parse(body.traits_at)] : []));
  const shown = { ...first, ...person, ...colleagueKeys(person), traits };
  return {
    ...shown,
    traits: withTimes(shown, ordered),
    traits_at: times.length === 0 ? null : new Date(Math.max(...times)),
    owner: ordered.find(({ body }) => body.owner)?.body.owner ?? null,
    opted_out: ordered.some(({ body }) => body.opted_out),
  };
}

/** The part that is shown comes first, then those that were joined earlier. */
function byJoining(a: Part, b: Part): number {
  if (a.into === null || b.into === null) return a.into === null ? -1 : 1;
  return (a.joinedAt ?? 0) - (b.joinedAt ?? 0) || (a.origin < b.origin ? -1 : 1);
}

function newest(parts: readonly Part[], told: Told): Part | undefined {
  const saidAt = ({ body }: Part) => body.said[told] ?? Number.NEGATIVE_INFINITY;
  return parts
    .filter(({ body }) => toldIn(body, told) !== null)
    .reduce<Part | undefined>(
      (best, part) => (!best || saidAt(part) > saidAt(best) ? part : best),
      undefined,
    );
}

function toldIn(
  body: (Pick<PartBody, Told & keyof PartBody> & Pick<PartBody, 'traits'>) | undefined,
  told: Told,
): string | number | null {
  if (!body) return null;
  switch (told) {
    case 'name':
    case 'title':
    case 'company':
      return body[told];
    default:
      return body.traits[told] ?? null;
  }
}

function sinceOf(body: Pick<PartBody, 'traits'>, attribute: string): number | undefined {
  const since = FIT_ATTRIBUTES.find((one) => one === attribute);
  const at = since && body.traits.since?.[since];
  return at === undefined ? undefined : Date.parse(at);
}

/** Since when each of what the fit rules look at is what it is: the earliest time at which some part of this person said so. */
function withTimes(lead: Lead, parts: readonly Part[]): Lead['traits'] {
  const shown = toldOf(lead);
  const since: NonNullable<Lead['traits']['since']> = {};
  for (const attribute of FIT_ATTRIBUTES) {
    const value = shown[attribute];
    const times = parts
      .filter(({ body }) => value !== null && toldOf(body)[attribute] === value)
      .map((part) => knownSince(part, parts, attribute));
    if (times.length === 0) continue;
    const at = Math.min(...times);
    if (Number.isFinite(at)) since[attribute] = new Date(at).toISOString();
  }
  return { ...lead.traits, since };
}

function knownSince(part: Part, parts: readonly Part[], attribute: string): number {
  const own = sinceOf(part.body, attribute) ?? Number.NEGATIVE_INFINITY;
  let at = own;
  for (let one: Part | undefined = part; one && one.into !== null; ) {
    at = Math.max(at, one.joinedAt ?? own);
    const { into }: Part = one;
    one = parts.find(({ origin }) => origin === into);
  }
  return at;
}
