/**
 * Vtiger 7 and 8, and its cloud. Fields by their internal names; the address stands whole in a hidden input of its field, because a link to write from
 * within Vtiger has no address. From public copies of the vendor's layout: fields, rows. Inferred: most addresses (all of the
 * cloud's), the heading, the summary's fields, where the page names its record.
 */
import type { FactPlaces, Place, Recipe } from '../../contract/recipe.ts';

/** The table of all details, then the summary, which has no ids. */
const field = (name: string): string[] => [
  `[id$="_detailView_fieldValue_${name}"] .value`,
  `.fieldValue:has([data-name="${name}"]) .value`,
];
const box = (name: string): string[] => [
  `[id$="_detailView_fieldValue_${name}"]`,
  `.fieldValue:has([data-name="${name}"])`,
];

const HEADING: Place[] = [
  { at: '.detailview-header .recordLabel', take: 'title' },
  '.detailview-header .recordLabel',
];

const person = (company: string, title: string): FactPlaces => ({
  name: HEADING,
  email: box('email'),
  title: field(title),
  company: field(company),
  phone: [...field('phone'), ...field('mobile')],
  owner: field('assigned_user_id'),
});

const record = (module: string): string[] => [
  `index.php?module=${module}&view=Detail&record={id}`,
  `/view/detail?module=${module}&id={id}`,
  `/view/detail?module=${module}&record={id}`,
];

const list = (module: string): string[] => [
  `index.php?module=${module}&view=List`,
  `/view/list?module=${module}`,
];

export const vtiger: Recipe = {
  id: 'vtiger',
  name: 'Vtiger',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: ['https://*.vtiger.com/*'],
  ids: 'digits',
  records: {
    lead: record('Leads'),
    contact: record('Contacts'),
    deal: record('Potentials'),
    account: record('Accounts'),
  },
  lists: {
    lead: list('Leads'),
    contact: list('Contacts'),
    deal: list('Potentials'),
    account: list('Accounts'),
  },
  page: {
    pane: ['.detailViewContainer:has(.detailview-header-block)'],
    self: [
      { at: '#recordId', take: 'value', hidden: true },
      { at: '.related-tabs a[href*="view=Detail&record="]', take: 'href' },
    ],
    facts: {},
  },
  pages: {
    lead: { facts: person('company', 'designation') },
    contact: { facts: person('account_id', 'title') },
    account: { facts: { company: [...field('accountname'), ...HEADING] } },
    deal: { facts: { company: field('related_to'), name: field('contact_id') } },
  },
  list: {
    row: ['tr.listViewEntries[data-id]'],
    id: [
      { at: ':scope', take: 'data-recordurl' },
      { at: ':scope', take: 'data-id' },
    ],
    facts: {
      name: [
        'td[data-name="accountname"]',
        'td[data-name="potentialname"]',
        // The first name has a column of its own.
        'td[data-name="lastname"]',
      ],
      email: ['td[data-name="email"]', 'td[data-name="email1"]'],
      company: ['td[data-name="company"]', 'td[data-name="account_id"]'],
    },
  },
  // Widgets of the summary, related lists, previews.
  ignore: ['.summaryWidgetContainer', '.relatedContents', '.commentsBody', '.quickPreview'],
};

// https://crm.example/index.php?module=Leads&view=Detail&record=31&app=MARKETING
// https://acme.vtiger.com/view/detail?module=Contacts&id=31
// https://crm.example/index.php?module=Leads&view=List
