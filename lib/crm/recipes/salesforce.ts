/**
 * Salesforce Lightning and Classic. Several records stay in the DOM, so everything starts at the active pane, and fields are
 * found by API name (Lightning) or by their fixed element ids (Classic), which no language changes. Inferred: what names the
 * record on its own page, columns of Classic views other than the name, and `ws`, which says what a console tab belongs to while the path says which record is in front.
 *
 * Hosts are asked for together when somebody switches Salesforce on, so the clouds that few work in (.mil, .cn, the proxies of
 * security gateways) are not among them: there, one adds one's own address. Their two host names are one installation all the same.
 */
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

/** Classic numbers the standard fields of an object; behind a value may stand "[Change]", "[View Hierarchy]". */
const classic = (id: string): Place[] => [
  { at: `#${id}_ileinner`, before: ' [' },
  `#${id}_ileinner`,
];

const person = (
  object: string,
  company: string,
  [owner, name, account, title, phone, email]: string[],
): FactPlaces => ({
  name: [...field(object, 'Name', NAME), ...classic(`${name}`), ...HEADING],
  // In Classic too the text counts: "mina@kobe.example [Gmail]".
  email: [...field(object, 'Email', EMAIL), `#${email}_ileinner`],
  title: [...field(object, 'Title', TEXT), ...classic(`${title}`)],
  company: [...field(object, company, LINK), ...classic(`${account}`)],
  phone: [...field(object, 'Phone', PHONE), ...classic(`${phone}`)],
  owner: [...field(object, 'OwnerId', LINK), ...classic(`${owner}`)],
});

const LEAD = ['lea1', 'lea2', 'lea3', 'lea4', 'lea8', 'lea11'];
const CONTACT = ['con1', 'con2', 'con4', 'con5', 'con10', 'con15'];

/** Columns of a Classic view that hold the record's own name, people first: contacts have their account's name too. */
const CLASSIC_NAME = ['FULL_NAME', 'OPPORTUNITY_NAME', 'ACCOUNT_NAME'];

/** Only ids of the page's own kind, and never those of links, which lead to the owner, the account, the manager. */
const self = (prefix: string): Place[] => [
  { at: `:not(a)[data-recordid^="${prefix}"]`, take: 'data-recordid' },
  { at: `a[href*="/${prefix}"][href*="/related/"]`, take: 'href', before: '/related/', after: '/' },
];

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
    ['.my.salesforce.com.mcas.ms', '.lightning.force.com'],
    ['.lightning.force.com.mcas.ms', '.lightning.force.com'],
    ['.my.salesforce.mil', '.lightning.force.mil'],
    ['.my.sfcrmproducts.cn', '.lightning.sfcrmapps.cn'],
  ],
  page: {
    // Standard apps and consoles keep cached copies of other records; only one pane is active and laid out.
    pane: [
      'section.oneConsoleTab div.windowViewMode-maximized.active.lafPageHost',
      'div.windowViewMode-normal.active',
      '.lafSinglePaneWindowManager > .windowViewMode-normal',
      'body.sfdcBody #bodyCell',
    ],
    facts: {},
  },
  pages: {
    lead: { self: self('00Q'), facts: person('Lead', 'Company', LEAD) },
    contact: { self: self('003'), facts: person('Contact', 'AccountId', CONTACT) },
    account: {
      self: self('001'),
      facts: { company: [...field('Account', 'Name', NAME), ...classic('acc2'), ...HEADING] },
    },
    deal: {
      self: self('006'),
      facts: {
        company: [
          ...field('Opportunity', 'AccountId', LINK),
          'records-highlights2 a[href*="/lightning/r/Account/"]',
          'records-highlights2 a[href*="/lightning/r/001"]',
          ...classic('opp4'),
        ],
      },
    },
  },
  list: {
    row: [
      'tr[data-row-key-value]',
      'table.slds-table[data-aura-class="uiVirtualDataTable"] tbody tr',
      // Classic: a view, and the short list on an object's home.
      '.x-grid3-row',
      'tr.dataRow',
    ],
    // A row links to its account and its owner too, so the columns with the name come first.
    id: [
      { at: ':scope', take: 'data-row-key-value' },
      { at: 'th a[href]', take: 'href' },
      ...CLASSIC_NAME.map((name): Place => ({ at: `.x-grid3-col-${name} a[href]`, take: 'href' })),
      { at: 'a[data-refid="recordId"]', take: 'href' },
    ],
    facts: {
      name: [
        'th a',
        ...CLASSIC_NAME.map((name) => `.x-grid3-col-${name} a`),
        'a[data-refid="recordId"]',
        'th',
      ],
      email: [
        '[class*="emailuiFormattedEmail"]',
        'lightning-formatted-email',
        'a[href^="mailto:"]',
        '[class*="x-grid3-col-"][class*="EMAIL"]',
      ],
      company: [
        'td a[href*="/lightning/r/Account/"]',
        'td a[href*="/lightning/r/001"]',
        '.x-grid3-col-ACCOUNT_NAME',
        '.x-grid3-col-LEAD_COMPANY',
      ],
    },
  },
  ignore: [
    '.slds-timeline',
    'runtime_sales_activities-activity-panel',
    '[class*="hoverPanel" i]',
    // Lists of other records: beside the record (split view) and below it.
    '.slds-split-view',
    '[class*="relatedList" i]',
    'lst-related-list-container',
    'lst-related-list-single-container',
  ],
};

// https://acme.lightning.force.com/lightning/r/Lead/00Q5e00001abcdeEAA/view
// https://acme--uat.sandbox.lightning.force.com/lightning/r/00Q5e00001abcdeEAA/view
// https://acme.lightning.force.com/one/one.app#/sObject/00Q5e00001abcdeEAA/view
// https://acme.my.salesforce.com/00Q5e00001abcde
// https://acme.lightning.force.com/lightning/r/Contact/0035e00000AbCdEAAV/view?ws=%2Flightning%2Fr%2FAccount%2F0015e00000AbCdEAAV%2Fview
// https://acme.lightning.force.com/lightning/o/Lead/list?filterName=AllOpenLeads
// https://acme.my.salesforce.com/003?fcf=00B5e00000AbCdE
