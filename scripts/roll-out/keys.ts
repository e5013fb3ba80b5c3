/** What each key of the policy is, for whoever sets it: the schema that Chromium reads and docs/roll-out.md are made of this. */
import type { ManagedKey } from '../../lib/contract/managed.ts';

export interface AboutKey {
  title: string;
  /** What may stand there, in the words of the table. */
  values: string;
  /** What it does, and what is without it. */
  means: string;
  /** As Chromium wants it said. Only types: what is not one of the values reaches Truce, which says so in the options. */
  schema: Record<string, unknown>;
}

const text = { type: 'string' };

export const KEYS: Record<ManagedKey, AboutKey> = {
  store: {
    title: 'Store',
    values: 'an address: `https://truce.acme.example`',
    means:
      'The only store this browser connects to. One that is connected elsewhere is disconnected; what it had not sent stays in it. Without it people enter an address.',
    schema: text,
  },
  signOn: {
    title: 'Sign-on',
    values: '`press`, `silent`',
    means:
      '`silent`: comes in by the company’s sign-on without a window, as whoever is signed in there. Without it people press a button. Needs `store` and `consent`.',
    schema: text,
  },
  invitation: {
    title: 'Invitation',
    values: 'an invitation link of one person',
    means:
      'Comes in by it, once. Only in a policy of that one person, where there is no sign-on. Needs `consent`.',
    schema: text,
  },
  consent: {
    title: 'Consent',
    values: '`ask`, `given`',
    means:
      '`given`: your people were told what Truce reads and sends (docs/privacy.md), so nothing has to be pressed first. Without it nothing connects by itself.',
    schema: text,
  },
  clouds: {
    title: 'CRM clouds',
    values: 'ids of CRMs: `["hubspot", "salesforce"]`',
    means: 'Vendors’ clouds that are switched on and cannot be switched off.',
    schema: { type: 'array', items: text },
  },
  sites: {
    title: 'CRM sites',
    values: '`[{"origin": "https://crm.acme.example", "crm": "suitecrm8"}]`',
    means:
      'CRMs at addresses of your own, by their id; also one that your team taught, which the store hands out.',
    schema: {
      type: 'array',
      items: { type: 'object', properties: { origin: text, crm: text } },
    },
  },
  ownSites: {
    title: 'Other sites',
    values: '`on`, `off`',
    means: '`off`: Truce works on `clouds` and `sites` only. Without it people may add others.',
    schema: text,
  },
  teach: {
    title: 'Teaching',
    values: '`on`, `off`',
    means:
      '`off`: nobody teaches a CRM or takes one in from a file; those of the team still count.',
    schema: text,
  },
  home: {
    title: 'Place of the sidebar',
    values: '`page`, `panel`',
    means: 'In the CRM’s page, or in the browser’s own side panel. Without it people choose.',
    schema: text,
  },
  lists: {
    title: 'Scores in lists',
    values: '`on`, `off`',
    means: '`off`: the CRM’s lists stay as they are. Without it people choose.',
    schema: text,
  },
  notifications: {
    title: 'Notifications',
    values: '`allowed`, `nameless`, `off`',
    means:
      '`nameless`: they never name a lead; `off`: there are none. They are off anyway until somebody wants them.',
    schema: text,
  },
  notes: {
    title: 'Notes',
    values: '`on`, `off`',
    means:
      '`off`: verdicts and flags have no field for free text; reasons are chosen from the list.',
    schema: text,
  },
  keepDays: {
    title: 'Days kept',
    values: 'a whole number from 0 to 14',
    means:
      'So long a lead stays on the disk after it was last seen; `0`: not at all, and nothing is seen while the store is away. Without it 14. What was said and not sent yet always stays.',
    schema: { type: 'integer' },
  },
  keys: {
    title: 'Browser keys',
    values: '`on`, `off`',
    means: '`off`: the keys that work everywhere in the browser do nothing.',
    schema: text,
  },
  repairs: {
    title: 'Repaired selectors',
    values: '`on`, `off`',
    means: '`off`: signed repairs from the store are not used ([repairs.md](repairs.md)).',
    schema: text,
  },
};

/** @returns what Chromium and Edge read to know which values they may hand to the extension */
export function managedSchema(): Record<string, unknown> {
  const properties = Object.entries(KEYS).map(([key, { title, means, schema }]) => [
    key,
    { title, description: means.replaceAll('`', '"'), ...schema },
  ]);
  return { type: 'object', properties: Object.fromEntries(properties) };
}

/** @returns the table of docs/roll-out.md */
export function keysTable(): string {
  const rows = Object.entries(KEYS).map(
    ([key, { values, means }]) => `| \`${key}\` | ${values} | ${means} |`,
  );
  return ['| key | what may stand there | what it does |', '|---|---|---|', ...rows].join('\n');
}
