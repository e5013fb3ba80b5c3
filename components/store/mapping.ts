/** What a file's columns mean: a first guess from their names, and what is wrong with a choice. */
import type { ColumnMapping, ColumnRole, ImportJob } from '../../lib/contract/imports.ts';

/** First match wins, so the narrow ones come first. */
const GUESSES: readonly [RegExp, ColumnRole][] = [
  [
    /e-?mail.*(opt.?out|unsub)|opt(ed)?[ _-]?out|unsubscribed|do not (e-?mail|contact)/i,
    'optedOut',
  ],
  [/\be-?mail\b|^mail$/i, 'email'],
  [/first.?name|given|vorname|prénom/i, 'firstName'],
  [/last.?name|surname|family|nachname/i, 'lastName'],
  [/job|title|position|funktion/i, 'title'],
  [/company|account|organi[sz]ation|firma/i, 'company'],
  [/^(full.?)?name$/i, 'name'],
  [/phone|mobile|telefon/i, 'phone'],
  [/industry|branche/i, 'industry'],
  [/country|land$/i, 'country'],
  [/employees|headcount|company.?size/i, 'employees'],
  [/campaign|kampagne/i, 'campaign'],
  [/channel|medium|source/i, 'channel'],
  [/url|page|link/i, 'page'],
  [/(event|activity).?id|guid/i, 'eventId'],
  [/event|activity|action|type/i, 'event'],
  [/date|time|timestamp|when|(_| )at$|datum/i, 'at'],
  [/stage|outcome|won|lost/i, 'outcome'],
  [/user.?id/i, 'userId'],
  [/anonymous|visitor/i, 'anonymousId'],
  [/record.?id|lead.?id|contact.?id|^id$/i, 'record'],
];

/** More than one column may be a detail; everything else is one. */
const OFTEN: readonly ColumnRole[] = ['property'];

/** These say who it is. */
const WHO: readonly ColumnRole[] = ['email', 'record', 'userId', 'anonymousId'];

export const NO_MAPPING: ColumnMapping = { columns: {}, event: null, zone: 'UTC', record: null };

/** @returns what the columns probably are; each meaning is given away once */
export function guessMapping(columns: ImportJob['columns']): ColumnMapping {
  const taken = new Set<ColumnRole>();
  const guessed: Record<string, ColumnRole> = {};
  for (const { name } of columns) {
    const role = GUESSES.find(([pattern, each]) => pattern.test(name) && !taken.has(each))?.[1];
    // A record needs to be told whose it is; that is not guessed.
    if (!role || role === 'record') continue;
    taken.add(role);
    guessed[name] = role;
  }
  return { ...NO_MAPPING, columns: guessed };
}

/** @returns the mapping with this column meaning that; null leaves it out */
export function withColumn(
  mapping: ColumnMapping,
  name: string,
  role: ColumnRole | null,
): ColumnMapping {
  const { [name]: _, ...rest } = mapping.columns;
  const columns = role === null ? rest : { ...rest, [name]: role };
  const roles = Object.values(columns);
  return {
    ...mapping,
    columns,
    event: roles.includes('event') ? null : mapping.event,
    record: roles.includes('record')
      ? (mapping.record ?? { crm: '', org: '', kind: 'contact' })
      : null,
  };
}

/** @returns what has to be mended before the file can be read by it; null when nothing has */
export function faultOf({ columns, record }: ColumnMapping): string | null {
  const roles = Object.values(columns);
  const twice = roles.find((role, index) => roles.indexOf(role) !== index && !OFTEN.includes(role));
  if (twice) return 'Two columns are said to be the same thing. Leave one out.';
  if (!roles.some((role) => WHO.includes(role))) {
    return 'Nobody can be told by these columns. Say which one is the email address, the id in the CRM, the user id or the visitor id.';
  }
  if (record && (!/^[a-z][a-z0-9-]{1,39}$/.test(record.crm) || !record.org.trim())) {
    return 'Say whose ids these are: which CRM, and its address or account.';
  }
  return null;
}
