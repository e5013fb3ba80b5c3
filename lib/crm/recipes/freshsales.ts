/**
 * Freshsales (Freshworks CRM): fields carry the API's names, rows of the list carry the record's id. Addresses, the fields of
 * a contact (`emails`, `job_title`, `work_number`), the heading and the rows were seen in public code. Inferred: the names of
 * the other fields and columns, the older `freshsales.io` layout, the words for "nothing" in other languages than English.
 */
import type { Place, Recipe } from '../../contract/recipe.ts';

/** A field by its API name, which no language changes; contacts and accounts draw the value differently. */
const field = (...names: string[]): Place[] =>
  names.flatMap((name) => [
    `[data-field-rawname="${name}"] .inline-edit-content`,
    `[data-field-rawname="${name}"] .ui-inline-edit-content-wrapper`,
  ]);

const HEADING = ['.entity-card--inline-content .text-truncate', '.entity-card--inline-content h3'];

/** The suite's address, and the one of the product before it. */
const record = (name: string): string[] => [`/crm/sales/${name}/{id}/**`, `/${name}/{id}/**`];

const list = (name: string): string[] => [
  `/crm/sales/${name}`,
  `/crm/sales/${name}/view/**`,
  `/${name}`,
  `/${name}/view/**`,
];

export const freshsales: Recipe = {
  id: 'freshsales',
  name: 'Freshsales',
  sureness: 'from public code',
  checkedOn: '2026-11-23',
  hosts: ['https://*.myfreshworks.com/*', 'https://*.freshsales.io/*'],
  ids: 'digits',
  records: {
    lead: record('leads'),
    contact: record('contacts'),
    deal: record('deals'),
    account: record('accounts'),
  },
  lists: {
    lead: list('leads'),
    contact: list('contacts'),
    deal: list('deals'),
    account: list('accounts'),
  },
  page: {
    pane: ['body:has([data-field-rawname])'],
    // Tabs of the page, if they are links. Links elsewhere lead to anybody.
    self: [{ at: '[role="tablist"] a[href]', take: 'href' }],
    facts: {
      name: HEADING,
      email: field('emails', 'email'),
      title: field('job_title'),
      company: [
        ...field('sales_accounts', 'sales_account_id', 'company_name'),
        '.entity-card--inline-content a[href*="/accounts/"]',
      ],
      phone: field('work_number', 'mobile_number', 'phone'),
      owner: field('owner_id'),
    },
  },
  pages: {
    account: { facts: { company: HEADING, phone: field('phone'), owner: field('owner_id') } },
    deal: {
      facts: {
        company: [
          ...field('sales_account_id', 'sales_account'),
          '.entity-card--inline-content a[href*="/accounts/"]',
        ],
        owner: field('owner_id'),
      },
    },
  },
  list: {
    row: ['.ag-row[row-id]'],
    // Pinned columns are rows of their own.
    join: 'row-id',
    id: [{ at: ':scope', take: 'row-id' }],
    facts: {
      name: [
        '[col-id="display_name"] a',
        'a[href*="/contacts/"]:not([href*="/view/"])',
        'a[href*="/leads/"]:not([href*="/view/"])',
      ],
      email: ['[col-id^="email"]', '[role="gridcell"]'],
      company: ['[col-id*="account"]', 'a[href*="/accounts/"]'],
    },
  },
  ignore: ['[role="menu"]', '[role="dialog"]', '.ember-basic-dropdown-content', '[data-email]'],
  empty: [
    'Click to add',
    'Zum Hinzufügen klicken',
    'Cliquez pour ajouter',
    'Haga clic para agregar',
    'Clique para adicionar',
  ],
};

// https://acme.myfreshworks.com/crm/sales/contacts/402000000001
// https://acme.myfreshworks.com/crm/sales/accounts/402000000002
// https://acme.freshsales.io/leads/402000000003
// https://acme.myfreshworks.com/crm/sales/contacts/view/402000000004
