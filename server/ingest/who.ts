/** Who a message is about: addresses and ids, strongest first, and what it says about the person. */
import { anonIdent, emailIdent, emailOf, idOf, userIdent } from '../leads/idents.ts';
import { employeesIn } from './employees.ts';
import { isAboutThemselves } from './kinds.ts';
import { type Loose, object, own, pick } from './read.ts';

export interface Who {
  email: string | null;
  /** Keys of the identity table, strongest first; never empty. */
  idents: string[];
  /** When it was said. */
  at: number;
  /** By whom, as people call it. */
  source?: string;
}

/** Null: not said. */
export interface Said {
  name: string | null;
  title: string | null;
  company: string | null;
  phone: string | null;
  industry: string | null;
  country: string | null;
  /** Of a range its lower end. */
  employees: number | null;
  email: string | null;
  optedOut: boolean;
}

/**
 * @param vouched names that the door knows, beside those in the message
 * @returns null when there is no name at all
 */
export function whoOf(
  type: string,
  message: Loose,
  vouched: readonly string[] = [],
): Omit<Who, 'at' | 'source'> | null {
  const userId = idOf(own(message, 'userId') ?? own(message, 'user_id'));
  const anonymous = type === 'alias' ? 'previousId' : 'anonymousId';
  const anonymousId = idOf(own(message, anonymous) ?? own(message, 'anonymous_id'));
  const email = addressIn(type, message) ?? emailOf(userId);
  const idents = [
    ...(email === null ? [] : [emailIdent(email)]),
    ...(userId === null || emailOf(userId) !== null ? [] : [userIdent(userId)]),
    ...vouched,
    ...(anonymousId === null ? [] : [anonIdent(anonymousId)]),
  ];
  return idents.length === 0 ? null : { email, idents };
}

/** A group's traits are the company's: `email` in them is an info@ address. */
function addressIn(type: string, message: Loose): string | null {
  const traits = object(own(message, 'traits'));
  const context = object(own(message, 'context'));
  const properties = object(own(message, 'properties'));
  const name = own(message, 'event');
  return (
    (type === 'identify' ? emailOf(own(traits, 'email')) : null) ??
    emailOf(own(object(own(context, 'traits')), 'email')) ??
    (type === 'track' && typeof name === 'string' && isAboutThemselves(name)
      ? emailOf(own(properties, 'email'))
      : null)
  );
}

/** @returns what the message says about the person; null when it says nothing */
export function saidIn(type: string, message: Loose): Said | null {
  const traits = object(own(message, 'traits'));
  if (type === 'group') {
    const company = pick(traits, ['name', 'company']);
    const industry = pick(traits, ['industry']);
    const employees = employeesIn(traits);
    if (!company && !industry && employees === null) return null;
    return { ...NOTHING, company, industry, employees };
  }
  const context = object(own(object(own(message, 'context')), 'traits'));
  // What is said in this call goes before what the client library remembers.
  const all = type === 'identify' ? { ...context, ...traits } : context;
  if (Object.keys(all).length === 0) return null;
  const first = pick(all, ['firstName', 'first_name', 'firstname']);
  const last = pick(all, ['lastName', 'last_name', 'lastname']);
  const company = object(own(all, 'company'));
  return {
    name: pick(all, ['name']) ?? ([first, last].filter((part) => part !== null).join(' ') || null),
    title: pick(all, ['title', 'jobTitle', 'job_title', 'position']),
    company: pick(all, ['company', 'companyName', 'company_name', 'organization']),
    phone: pick(all, ['phone'], 60),
    industry: pick(all, ['industry']) ?? pick(company, ['industry']),
    country: pick(all, ['country']) ?? pick(object(own(all, 'address')), ['country']),
    employees: employeesIn(all) ?? employeesIn(company),
    email: emailOf(own(all, 'email')),
    optedOut: [own(all, 'unsubscribed'), own(all, 'optedOut'), own(all, 'opted_out')].some(
      (value) => value === true || value === 'true',
    ),
  };
}

const NOTHING: Said = {
  name: null,
  title: null,
  company: null,
  phone: null,
  industry: null,
  country: null,
  employees: null,
  email: null,
  optedOut: false,
};
