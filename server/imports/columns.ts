/** What columns are called, and what that makes them. Data: a new name is a new entry. */
import type { ColumnRole } from '../../lib/contract/imports.ts';
import { cutLine, LIMITS } from '../../lib/contract/text.ts';

/** `E-mail Address`, `email_address` and `emailAddress` are one name. */
export function plain(name: string): string {
  return name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** By plain name; of several columns for one thing the first that says something counts, in the order of the file. */
const NAMES: readonly (readonly [ColumnRole, string])[] = [
  [
    'email',
    'email, e mail, email address, e mail address, mail, work email, business email, contact email, person email, subscriber email, recipient, user email, traits email',
  ],
  ['userId', 'user id, userid, account user id, customer id'],
  ['anonymousId', 'anonymous id, visitor id, cookie id'],
  ['name', 'name, full name, contact name, lead name, display name'],
  ['firstName', 'first name, firstname, given name, fname, contact first name'],
  ['lastName', 'last name, lastname, surname, family name, lname, contact last name'],
  ['title', 'title, job title, position, role, contact title'],
  [
    'company',
    'company, company name, account, account name, company account, organization, organisation, employer, associated company, primary associated company',
  ],
  [
    'phone',
    'phone, phone number, telephone, mobile, mobile phone, mobile phone number, business phone',
  ],
  ['industry', 'industry, sector'],
  ['country', 'country, country region, mailing country, billing country'],
  [
    'employees',
    'employees, number of employees, no of employees, num employees, company size, employee count',
  ],
  [
    'optedOut',
    'opted out, opt out, email opt out, has opted out of email, unsubscribed, unsubscribed from all email, do not email, optout',
  ],
  ['event', 'event, event name, event type, activity, activity type, action, what'],
  [
    'at',
    'timestamp, event time, event date, activity date, occurred at, date, datetime, time, happened at, date time, activity time',
  ],
  ['eventId', 'event id, message id, activity id, marketo guid, guid, activity guid'],
  ['page', 'url, page, page url, link, link url, clicked url, webpage url, path'],
  ['campaign', 'campaign, campaign name, utm campaign, campaign title, most recent campaign'],
  ['channel', 'utm source, channel, lead source, original source'],
  ['outcome', 'stage, deal stage, opportunity stage, outcome'],
];

const ROLE_OF: ReadonlyMap<string, ColumnRole> = new Map(
  NAMES.flatMap(([role, names]) =>
    names.split(', ').map((name): [string, ColumnRole] => [name, role]),
  ),
);

/** @returns what a column of this name most likely is; null when the name says nothing */
export function roleOf(column: string): ColumnRole | null {
  return ROLE_OF.get(plain(column.replace(/ \(\d+\)$/, ''))) ?? null;
}

/** @returns the names made different: `Email`, `Email (2)`; `Column 3` for one without a name */
export function distinctNames(header: readonly string[]): string[] {
  const seen = new Set<string>();
  return header.map((cell, place) => {
    const said = cutLine(cell, LIMITS.name);
    const name = said === '' || said === '__proto__' ? `Column ${place + 1}` : said;
    let own = name;
    for (let n = 2; seen.has(own); n++) own = `${name} (${n})`;
    seen.add(own);
    return own;
  });
}
