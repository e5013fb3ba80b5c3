/** Salesforce Lightning and Classic. Several records stay in the DOM, so everything starts at the active pane. */
import type { FactPlaces, Place, Recipe } from '../../contract/recipe.ts';

/** A field by its API name, which no language changes; the value is the innermost element that shows it. */
const field = (object: string, name: string, shown: readonly string[]): Place[] =>
  shown.map(
    (value) => `[data-target-selection-name="sfdc:RecordField.${object}.${name}"] ${value}`,
  );

const TEXT = ['lightning-formatted-text', '.test-id__field-value'];
const NAME = ['lightning-formatted-name', ...TEXT];
const LINK = ['records-hoverable-link a', 'force-lookup a', ...TEXT];
const EMAIL = ['[class*="emailuiFormattedEmail"]', 'lightning-formatted-email', ...TEXT];
const PHONE = ['lightning-formatted-phone a', 'lightning-formatted-phone', ...TEXT];

/** The heading of the page, for fields whose tab was never shown. */
const HEADING = [
  'records-highlights2 lightning-formatted-name',
  '.slds-page-header__title lightning-formatted-name',
  '.slds-page-header__title lightning-formatted-text',
  '.slds-page-header__title .uiOutputText',
];

const person = (object: string, company: string): FactPlaces => ({
  name: [...field(object, 'Name', NAME), ...HEADING],
  email: [...field(object, 'Email', EMAIL)],
  title: [...field(object, 'Title', TEXT)],
  company: [...field(object, company, LINK)],
  phone: [...field(object, 'Phone', PHONE)],
  owner: field(object, 'OwnerId', LINK),
});

const object = (name: string, prefix: string): string[] => [
  ...['view', 'edit', 'clone'].map((mode) => `/lightning/r/${name}/{id}/${mode}`),
  // Without the object the first three characters of the id tell it.
  ...['view', 'edit', 'clone'].map((mode) => `/lightning/r/{id:${prefix}}/${mode}`),
  `/one/one.app#/sObject/{id:${prefix}}/view`,
  `/{id:${prefix}}`,
];

const list = (name: string, prefix: string): string[] => [
  `/lightning/o/${name}/list`,
  `/lightning/o/${name}/home`,
  `/${prefix}`,
  `/${prefix}/o`,
];

export const salesforce: Recipe = {
  id: 'salesforce',
  name: 'Salesforce',
  sureness: 'from public code',
  checkedOn: '2026-11-23',
  hosts: ['https://*.lightning.force.com/*', 'https://*.my.salesforce.com/*'],
  ids: 'salesforce',
  records: {
    lead: object('Lead', '00Q'),
    contact: object('Contact', '003'),
    deal: object('Opportunity', '006'),
    account: object('Account', '001'),
  },
  lists: {
    lead: list('Lead', '00Q'),
    contact: list('Contact', '003'),
    deal: list('Opportunity', '006'),
    account: list('Account', '001'),
  },
  sameHost: [
    ['.my.salesforce.com', '.lightning.force.com'],
    ['.lightning.force.com.mcas.ms', '.lightning.force.com'],
  ],
  page: {
    // Standard apps and consoles keep cached copies of other records; only one pane is active and laid out.
    pane: [
      'section.oneConsoleTab div.windowViewMode-maximized.active.lafPageHost',
      'div.windowViewMode-normal.active',
      '.lafSinglePaneWindowManager > .windowViewMode-normal',
      'body.sfdcBody #bodyCell',
    ],
    // Components name the record they render.
    self: [
      { at: '[data-recordid]', take: 'data-recordid' },
      { at: '[record-id]', take: 'record-id' },
    ],
    facts: {},
  },
  pages: {
    lead: { facts: person('Lead', 'Company') },
    contact: { facts: person('Contact', 'AccountId') },
    account: { facts: { company: [...field('Account', 'Name', NAME), ...HEADING] } },
    deal: { facts: { company: field('Opportunity', 'AccountId', LINK) } },
  },
  list: {
    row: [
      'tr[data-row-key-value]',
      'table.slds-table[data-aura-class="uiVirtualDataTable"] tbody tr',
      'tr.dataRow',
    ],
    id: [
      { at: ':scope', take: 'data-row-key-value' },
      { at: 'a[data-refid="recordId"]', take: 'href' },
      { at: 'a[href]', take: 'href' },
    ],
    facts: {
      name: ['th a', 'a[data-refid="recordId"]', 'th'],
      email: [
        '[class*="emailuiFormattedEmail"]',
        'lightning-formatted-email',
        'a[href^="mailto:"]',
      ],
    },
  },
  ignore: ['.slds-timeline', 'runtime_sales_activities-activity-panel', '.forceHoverPanel'],
};

// https://acme.lightning.force.com/lightning/r/Lead/00Q5e00001abcdeEAA/view
// https://acme--uat.sandbox.lightning.force.com/lightning/r/00Q5e00001abcdeEAA/view
// https://acme.lightning.force.com/one/one.app#/sObject/00Q5e00001abcdeEAA/view
// https://acme.my.salesforce.com/00Q5e00001abcde
// https://acme.lightning.force.com/lightning/o/Lead/list?filterName=AllOpenLeads
