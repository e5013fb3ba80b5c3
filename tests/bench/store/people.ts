/** Invented people, by number: every second one has a name, a visitor's cookie has everybody. */
import { createHash } from 'node:crypto';
import type { CrmRecord } from '../../../lib/contract/record.ts';
import { colleagueKeys } from '../../../server/leads/person.ts';

/** The one whose history is long. */
export const HEAVY = 0;
export const HEAVY_EVENTS = 5000;
/** Colleagues share a company and its mail domain. */
const PER_COMPANY = 8;

const TITLES = [
  'Operations Manager',
  'Head of Planning',
  'Data Analyst',
  'Project Lead',
  'Student',
  'Director of Logistics',
  'Engineer',
  null,
];

export interface Person {
  leadId: string;
  anonymousId: string;
  email: string | null;
  name: string | null;
  title: string | null;
  company: string | null;
}

export function personOf(n: number): Person {
  const anonymousId = `visitor-${uuidOf(`visitor ${n}`)}`;
  const leadId = uuidOf(`lead ${n}`);
  if (n % 2 === 1) {
    return { leadId, anonymousId, email: null, name: null, title: null, company: null };
  }
  const company = Math.floor(n / PER_COMPANY);
  return {
    leadId,
    anonymousId,
    email: `person${n}@company${company}.example`,
    name: `Person ${n}`,
    title: TITLES[(n / 2) % TITLES.length] ?? null,
    company: `Company ${company}`,
  };
}

/** The CRM's page of this person. */
export function recordOf(n: number): CrmRecord {
  return { crm: 'atomic', org: 'crm.example', kind: 'contact', id: String(n) };
}

export const keysOf = (person: Person) => colleagueKeys(person);

/** @returns the same random-looking UUID (version 4) for the same text, every time */
export function uuidOf(text: string): string {
  const hex = createHash('md5').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
