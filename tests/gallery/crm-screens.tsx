/** The CRM part of the options page in every state. */
import type { CrmProps } from '../../components/options/crm-props.ts';
import { failed } from '../../lib/contract/problem.ts';
import { crmProps, LONG, TAUGHT } from './crms.ts';
import { MEMBER } from './members.ts';
import { DAY, NOW } from './moment.ts';
import { optionsBooth } from './options-screens.tsx';
import type { Pressed, Screens } from './screens.tsx';

const ADMIN = {
  is: 'connected',
  store: 'https://truce.example.com',
  member: { ...MEMBER, role: 'admin' },
  devices: [],
} as const;

const COMPLAINTS: CrmProps['complaints'] = [
  { crm: 'salesforce', kind: 'lead', fact: 'name', missing: 9, of: 10, since: NOW - 6 * DAY },
  { crm: 'salesforce', kind: 'contact', fact: 'email', missing: 10, of: 10, since: NOW - DAY },
  { crm: 'acme', kind: 'record', fact: 'company', missing: 10, of: 10, since: NOW - 40 * DAY },
];

const REFUSED = failed(
  'bad-request',
  'This is no recipe that Truce can use',
  'page › facts › email: this is no selector the browser understands: a[href^="mailto:".',
);

export const crmScreens: Screens = {
  'options-crms-none': () => optionsBooth(crmProps({ on: [], sites: [] })),
  'options-crms-missing': () => optionsBooth(crmProps({ missing: ['zoho'] })),
  'options-crms-complaints': () =>
    optionsBooth(crmProps({ complaints: COMPLAINTS, more: TAUGHT, on: ['salesforce'] })),
  'options-crms-taught': () => optionsBooth(crmProps({ more: TAUGHT })),
  'options-crms-admin': () => optionsBooth({ connection: ADMIN, ...crmProps({ more: TAUGHT }) }),
  'options-crms-long': () =>
    optionsBooth({
      connection: ADMIN,
      ...crmProps({
        more: LONG,
        complaints: [{ ...COMPLAINTS[0], crm: 'long' } as CrmProps['complaints'][number]],
      }),
    }),
  'options-crms-refusing': () =>
    optionsBooth({ ...crmProps({ more: TAUGHT }), onOpenRecipe: async () => REFUSED }),
};

/** Screens of this part that come after somebody did something. */
export const CRMS_PRESSED: Record<string, Pressed> = {
  'options-crms-all': { from: 'options-crms-missing', press: ['[data-action="all-crms"]'] },
  'options-crms-removing': {
    from: 'options-crms-taught',
    press: ['[data-taught="acme"] [data-action="forget-recipe"]'],
  },
  'options-crms-unchosen': { from: 'options-crms-none', press: ['[data-action="add-site"]'] },
  'options-crms-search': { from: 'options-crms-taught', type: { 'find-crm': 'suite' } },
  'options-crms-nothing': { from: 'options-crms-taught', type: { 'find-crm': 'Shipshape <b>' } },
  'options-crms-guess': { from: 'options-crms-none', type: { site: 'odoo.example.com' } },
  'options-crms-preview': { from: 'options-crms-taught', file: 'recipe' },
  'options-crms-added': {
    from: 'options-crms-taught',
    file: 'recipe',
    press: ['[data-action="add-recipe"]'],
  },
  'options-crms-refused': { from: 'options-crms-refusing', file: 'recipe' },
};
