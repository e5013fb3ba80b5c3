/**
 * EspoCRM. Every field's cell carries its name, addresses stand in an attribute of a link without an address of its own. A quick view
 * shows a record over any page. From EspoCRM's templates; lead page and list were observed live. The page itself never names its
 * record. Inferred: the vendor's cloud, and which of its fields a contact's layout shows.
 */
import type { Place, Recipe } from '../../contract/recipe.ts';

const cell = (name: string): string => `.cell[data-name="${name}"]`;
const field = (name: string): string => `${cell(name)} .field`;

/** The heading ends with the record's name. */
const HEADING: Place[] = [field('name'), '.header-title .title'];

const record = (entity: string): string[] => [`#${entity}/view/{id}/**`];
const list = (entity: string): string[] => [`#${entity}`, `#${entity}/list/**`];

export const espocrm: Recipe = {
  id: 'espocrm',
  name: 'EspoCRM',
  sureness: 'from vendor source',
  checkedOn: '2026-11-23',
  hosts: ['https://*.espocloud.com/*'],
  ids: 'hex',
  records: {
    lead: record('Lead'),
    contact: record('Contact'),
    deal: record('Opportunity'),
    account: record('Account'),
  },
  lists: {
    lead: list('Lead'),
    contact: list('Contact'),
    deal: list('Opportunity'),
    account: list('Account'),
  },
  page: {
    pane: ['#main:has(.detail[data-scope])'],
    loading: [`${cell('name')} .loading-value`, `${cell('emailAddress')} .loading-value`],
    // Every field says which it is; one that the layout leaves out is not looked for in descriptions and streams.
    onlyPlaces: true,
    facts: {
      name: HEADING,
      email: [field('emailAddress')],
      company: [field('accountName'), `${cell('accounts')} a`, `${cell('account')} a`],
      title: [field('title')],
      phone: [`${cell('phoneNumber')} a[data-phone-number]`, field('phoneNumber')],
      owner: [field('assignedUser')],
    },
  },
  pages: {
    account: { facts: { company: HEADING } },
    deal: { facts: { company: [field('account')] } },
  },
  list: {
    row: ['#main tr.list-row[data-id]'],
    id: [{ at: ':scope', take: 'data-id' }],
    facts: {
      name: ['td.cell[data-name="name"] a.link', 'td.cell[data-name="name"]'],
      email: ['td.cell[data-name="emailAddress"]'],
      company: ['td.cell[data-name="accountName"]', 'td.cell[data-name="account"]'],
    },
  },
  // Quick view. A quick form's title leads to the form instead, which is no record's page.
  panels: [{ at: '.modal.dialog-record', id: [{ at: 'a[data-action="fullForm"]', take: 'href' }] }],
  ignore: [
    '.detail .bottom',
    '.detail .list',
    '.detail .panel[data-name="stream"]',
    '.dropdown-menu',
    // "None", in the person's language.
    '.field:has(.none-value)',
  ],
};

// https://espo.example/#Lead/view/64d2f0c3a1b2c3d4e
// https://intranet.example/espo/#Contact/view/64d2f0c3a1b2c3d4e
// https://espo.example/#Lead
// https://espo.example/#Contact/list/primaryFilter=reportTo
