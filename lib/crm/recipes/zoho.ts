/**
 * Zoho CRM: one host per region, the organisation in the path (or none), deals called Potentials. Values stand in elements whose
 * ids end with the column's name; the same ids are on the page twice (business card and details). Views drawn with Canvas have
 * none of them, and are read by what stands beside a label. From Zoho's own client: the components around a record and the
 * attribute with its id (seen in the embeddable detail page; that the CRM itself writes it is inferred). Inferred too: the
 * columns of account, owner and deal. Surer: addresses, `subvalue_EMAIL`, lists (several public extensions and tests each).
 *
 * Sandboxes (crmsandbox.zoho.*) and Zoho One, which shows the CRM in a frame of another host, are added by their own address.
 */
import type { FactPlaces, Place, Recipe } from '../../contract/recipe.ts';

/** A column's value: in the details, then in the card at the top. Both may be there, one of them empty. */
const column = (name: string): Place[] => [
  `[id="subvalue_${name}"]`,
  `[id="headervalue_${name}"]`,
  `[id="value_${name}"]`,
];

/** What a lookup leads to, without the icons beside it. */
const lookup = (name: string): Place[] => [
  `[id="subvalue_${name}"] .cxLookupCompLink`,
  ...column(name),
];

const person = (company: Place[], title: Place[]): FactPlaces => ({
  name: ['[id="headervalue_LASTNAME"]', '[id="entityNameInBCView"]', '[id^="titlecard_"]'],
  email: column('EMAIL'),
  title,
  company,
  phone: [...column('PHONE'), ...column('MOBILE')],
  owner: column('SMOWNERID'),
});

/** With the organisation, or a portal's name, and without. */
const both = (rest: string): string[] => [`/crm/{org}/tab/${rest}`, `/crm/tab/${rest}`];

const record = (...modules: string[]): string[] =>
  modules.flatMap((module) => both(`${module}/{id}`));

const list = (...modules: string[]): string[] =>
  modules.flatMap((module) => [
    ...both(module),
    ...both(`${module}/list`),
    ...both(`${module}/custom-view/{*}/{*}`),
  ]);

export const zoho: Recipe = {
  id: 'zoho',
  name: 'Zoho CRM',
  sureness: 'from public code',
  checkedOn: '2026-11-23',
  hosts: [
    'https://crm.zoho.com/*',
    'https://crm.zoho.eu/*',
    'https://crm.zoho.uk/*',
    'https://crm.zoho.in/*',
    'https://crm.zoho.com.au/*',
    'https://crm.zoho.jp/*',
    'https://crm.zoho.com.cn/*',
    'https://crm.zoho.sa/*',
    'https://crm.zoho.ae/*',
    'https://crm.zohocloud.ca/*',
  ],
  // 18 or 19 digits: more than a number holds.
  ids: 'digits',
  records: {
    lead: record('Leads'),
    contact: record('Contacts'),
    deal: record('Potentials', 'Deals'),
    account: record('Accounts'),
  },
  lists: {
    lead: list('Leads'),
    contact: list('Contacts'),
    deal: list('Potentials', 'Deals'),
    account: list('Accounts'),
  },
  page: {
    // The outermost first. Only a Canvas view has none of the others.
    pane: ['crm-detail-view', 'crm-detailview', 'crux-detailpage-wrapper', 'crm-detailview-canvas'],
    self: [
      { at: '[cx-prop-entity-id]', take: 'cx-prop-entity-id' },
      { at: ':scope', take: 'cx-prop-entity-id' },
    ],
    facts: {},
  },
  pages: {
    lead: { facts: person(column('COMPANY'), column('DESIGNATION')) },
    contact: { facts: person(lookup('ACCOUNTID'), column('TITLE')) },
    account: { facts: { company: column('ACCOUNTNAME') } },
    // A deal has one contact, in a field of its own; contact roles are a list.
    deal: { facts: { name: lookup('CONTACTID'), company: lookup('ACCOUNTID') } },
  },
  list: {
    row: ['lyte-exptable-tr[data-zcqa="detailView"]', 'lyte-exptable-tr:has(a[id^="listView_"])'],
    id: [{ at: 'a[id^="listView_"]', take: 'id', after: 'listView_' }],
    facts: {
      name: ['a[id^="listView_"]'],
      email: ['.lv_data_email'],
    },
  },
  ignore: [
    'crux-related-list-wrapper',
    'crux-related-list-table',
    'crm-relatedlist',
    '[id^="rl_"]',
  ],
};

// https://crm.zoho.eu/crm/org20012345/tab/Leads/3652397000000100001
// https://crm.zohocloud.ca/crm/org110001112223/tab/Potentials/3652397000000100001
// https://crm.zoho.com/crm/tab/Contacts/3652397000000100001
// https://crm.zoho.com/crm/org1/tab/Leads/custom-view/3652397000000200002/list
