/** Files that are known by their columns: whose they are, and what their columns mean. Data. */
import type { ColumnMapping, ColumnRole, ImportFormat } from '../../lib/contract/imports.ts';
import { plain, roleOf } from './columns.ts';

export interface KnownFormat {
  format: ImportFormat;
  /** What its events say where they are from. */
  source: string;
  /** Plain names, one of each list, that have to be there. */
  tells: readonly (readonly string[])[];
  /** By plain name; beside these, columns are what their names say. */
  roles: Readonly<Record<string, ColumnRole | null>>;
  /** What happened in every row. */
  event?: string;
  /** Its events are told apart by ids of its own, so that two exports that overlap bring each event once. */
  ownIds?: boolean;
}

const EMAIL = ['email', 'email address', 'e mail'];

/** The first that fits, so the particular ones come before those that look like many. */
export const FORMATS: readonly KnownFormat[] = [
  {
    format: 'marketo-activities',
    source: 'Marketo',
    tells: [['marketo guid'], ['lead id'], ['activity date'], ['activity type id']],
    roles: {
      'marketo guid': 'eventId',
      'lead id': 'record',
      'activity date': 'at',
      'activity type id': 'event',
      'primary attribute value': 'property',
      attributes: 'property',
      'campaign id': null,
      'primary attribute value id': null,
    },
    ownIds: true,
  },
  {
    format: 'salesforce-opportunities',
    source: 'Salesforce',
    tells: [
      ['opportunity name', 'opportunity id', 'stage name'],
      ['stage', 'stage name', 'opportunity stage'],
      ['close date'],
    ],
    roles: {
      'stage name': 'outcome',
      'opportunity id': 'eventId',
      'opportunity name': 'property',
      amount: 'property',
      'close date': 'at',
      'created date': 'at',
      'create date': 'at',
      'contact id': 'record',
      'primary contact id': 'record',
      'primary contact email': 'email',
      type: 'property',
    },
    ownIds: true,
  },
  {
    format: 'salesforce-leads',
    source: 'Salesforce',
    tells: [
      ['lead id', 'lead owner', 'has opted out of email', 'converted date'],
      ['lead status', 'status'],
      EMAIL,
    ],
    roles: {
      'lead id': 'record',
      id: 'record',
      'last modified': 'at',
      'last modified date': 'at',
      'create date': 'at',
      'created date': 'at',
    },
  },
  {
    format: 'hubspot-contacts',
    source: 'HubSpot',
    tells: [
      ['record id', 'contact id', 'vid'],
      EMAIL,
      [
        'lifecycle stage',
        'lead status',
        'contact owner',
        'marketing contact status',
        'create date',
      ],
    ],
    roles: {
      'record id': 'record',
      'record id contact': 'record',
      'contact id': 'record',
      vid: 'record',
      'last modified date': 'at',
      'last activity date': null,
      'create date': 'at',
    },
  },
  {
    format: 'mailchimp-activity',
    source: 'Mailchimp',
    tells: [EMAIL, ['action'], ['timestamp']],
    roles: { action: 'event', timestamp: 'at', url: 'page', ip: null, 'campaign id': 'property' },
  },
  {
    format: 'mailchimp-audience',
    source: 'Mailchimp',
    tells: [EMAIL, ['member rating', 'leid', 'euid', 'optin time']],
    roles: {
      'last changed': 'at',
      'unsub time': 'property',
      'unsub campaign title': 'property',
      timezone: null,
    },
  },
  {
    format: 'marketo-leads',
    source: 'Marketo',
    tells: [
      ['id', 'lead id', 'marketo id'],
      EMAIL,
      ['lead score', 'acquisition program', 'unsubscribed', 'marketo unique code', 'lead status'],
    ],
    roles: {
      id: 'record',
      'lead id': 'record',
      'marketo id': 'record',
      'updated at': 'at',
      'created at': 'at',
      unsubscribed: 'optedOut',
    },
  },
];

/** Deals are people's outcomes, whichever CRM; told by their columns, imported like any table. */
const DEALS: Readonly<Record<string, ColumnRole>> = {
  'record id': 'eventId',
  'deal id': 'eventId',
  'deal name': 'property',
  'deal stage': 'outcome',
  amount: 'property',
  'close date': 'at',
  'create date': 'at',
  'associated contact ids': 'record',
  'associated contact': 'email',
  'associated contact emails': 'email',
};

export function formatOf(format: ImportFormat | null): KnownFormat | null {
  return FORMATS.find((known) => known.format === format) ?? null;
}

/** @returns the known format with these columns, or null */
export function recognised(columns: readonly string[]): KnownFormat | null {
  const names = new Set(columns.map(plain));
  return (
    FORMATS.find(({ tells }) => tells.every((any) => any.some((name) => names.has(name)))) ?? null
  );
}

/** @returns what the columns most likely mean, for a person to look at */
export function suggested(
  columns: readonly string[],
  format: KnownFormat | null,
  zone = 'UTC',
): ColumnMapping {
  const isDeals = format === null && columns.some((column) => plain(column) === 'deal stage');
  const own: Readonly<Record<string, ColumnRole | null>> = format?.roles ?? (isDeals ? DEALS : {});
  const roles: Record<string, ColumnRole> = {};
  for (const column of columns) {
    const name = plain(column);
    const role = Object.hasOwn(own, name) ? own[name] : generic(column, format, isDeals);
    if (role) roles[column] = role;
  }
  const hasTime = Object.values(roles).includes('at');
  if (format === null && !isDeals && !hasTime) {
    // A list of people: what looks like an event is some other word of theirs.
    for (const [column, role] of Object.entries(roles)) {
      if (role === 'event' || role === 'eventId' || role === 'page') delete roles[column];
    }
  }
  return { columns: roles, event: format?.event ?? null, zone, record: null };
}

/** Of lists of people, a column `Stage` or `Date` is about something else. */
function generic(column: string, format: KnownFormat | null, isDeals: boolean): ColumnRole | null {
  const role = roleOf(column);
  const ofEvents = role === 'event' || role === 'eventId' || role === 'at' || role === 'page';
  if (role === 'outcome')
    return isDeals || format?.format === 'salesforce-opportunities' ? role : null;
  if (ofEvents && (format !== null || isDeals)) return null;
  return role;
}
