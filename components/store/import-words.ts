/** Files in words: what they are, what their columns can be, how far they are. */
import type { ColumnRole, ImportFormat, ImportJob } from '../../lib/contract/imports.ts';

export const FORMATS: Record<ImportFormat, string> = {
  'hubspot-contacts': 'HubSpot contacts',
  'marketo-leads': 'Marketo leads',
  'marketo-activities': 'Marketo activities',
  'mailchimp-audience': 'Mailchimp audience',
  'mailchimp-activity': 'Mailchimp activity',
  'salesforce-leads': 'Salesforce leads',
  'salesforce-opportunities': 'Salesforce opportunities',
  'segment-messages': 'Segment messages',
  mapped: 'another file, by its columns',
};

/** What a column can be, in groups, as a select offers it. */
export const ROLE_GROUPS: readonly { title: string; roles: readonly [ColumnRole, string][] }[] = [
  {
    title: 'Who it is',
    roles: [
      ['email', 'email address'],
      ['record', 'id in the CRM'],
      ['userId', 'user id'],
      ['anonymousId', 'visitor id'],
    ],
  },
  {
    title: 'About them',
    roles: [
      ['name', 'full name'],
      ['firstName', 'first name'],
      ['lastName', 'last name'],
      ['title', 'job title'],
      ['company', 'company'],
      ['phone', 'phone'],
      ['industry', 'industry'],
      ['country', 'country'],
      ['employees', 'employees'],
      ['optedOut', 'opted out of mail'],
    ],
  },
  {
    title: 'What happened',
    roles: [
      ['event', 'what happened'],
      ['at', 'when'],
      ['eventId', 'id of the event'],
      ['page', 'address of the page'],
      ['campaign', 'campaign'],
      ['channel', 'channel'],
      ['property', 'detail of the event'],
      ['outcome', 'outcome: opportunity, won, lost'],
    ],
  },
];

/** @returns a large number as people read it */
export const number = (n: number): string => n.toLocaleString('en');

/** @returns the share that is done, in whole percent; 100 only when it is */
export const percentOf = ({ done, total }: { done: number; total: number }): number =>
  total > 0 ? Math.min(done < total ? 99 : 100, Math.floor((done / total) * 100)) : 0;

/** @returns `12 of 98 MB` */
export function sizeWords(done: number, total: number): string {
  const [unit, size] =
    total >= 1_000_000
      ? (['MB', 1_000_000] as const)
      : total >= 1000
        ? (['kB', 1000] as const)
        : (['bytes', 1] as const);
  const of = (n: number) =>
    (n / size).toLocaleString('en', { maximumFractionDigits: n / size < 10 && size > 1 ? 1 : 0 });
  return `${of(done)} of ${of(total)} ${unit}`;
}

/** Those whose story is over stand under the others. */
export const isOver = ({ state }: ImportJob): boolean => state === 'done';

const ROLE_WORDS: ReadonlyMap<string, string> = new Map(ROLE_GROUPS.flatMap(({ roles }) => roles));

/** @returns what a column is read as */
export const roleWords = (role: ColumnRole | undefined): string =>
  role === undefined ? 'left out' : (ROLE_WORDS.get(role) ?? role);
