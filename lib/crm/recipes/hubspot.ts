/** HubSpot: pushState routes that carry portal, type and id; styled components, so only data attributes are stable. */
import type { Place, Recipe } from '../../contract/recipe.ts';

/** A property by its internal name, which no language changes: the record form, the sidebar, "view all properties". */
const property = (name: string): Place[] => [
  `[data-selenium-test="property-input-${name}"]`,
  `[data-test-id="property-input-${name}"]`,
  `[data-profile-property="${name}"]`,
];

/** Type ids are in HubSpot's API documentation; the words are the legacy routes, still written by integrations. */
const record = (typeId: string, legacy?: string): string[] => [
  `/contacts/{org}/record/${typeId}/{id}/**`,
  ...(legacy ? [`/contacts/{org}/${legacy}/{id}/**`] : []),
];

const list = (typeId: string): string[] => [
  `/contacts/{org}/objects/${typeId}/views/{*}/list`,
  `/contacts/{org}/objects/${typeId}/views/{*}/board`,
];

/** A cell is named after type, property and record. */
const cell = (name: string): Place[] => [
  `td[data-table-external-id^="cell-0-1-${name}-"]`,
  `td[data-table-external-id^="cell-0-136-${name}-"]`,
];

export const hubspot: Recipe = {
  id: 'hubspot',
  name: 'HubSpot',
  sureness: 'from public code',
  checkedOn: '2026-11-23',
  hosts: ['https://*.hubspot.com/*'],
  ids: 'digits',
  records: {
    lead: record('0-136'),
    contact: record('0-1', 'contact'),
    deal: record('0-3', 'deal'),
    account: record('0-2', 'company'),
  },
  lists: {
    lead: list('0-136'),
    contact: [...list('0-1'), '/contacts/{org}/contacts/list/view/**'],
    deal: list('0-3'),
    account: list('0-2'),
  },
  page: {
    pane: ['[data-test-id="left-sidebar"]'],
    // Cards link to the record they belong to.
    self: [{ at: 'a[href*="/record/"]', take: 'href' }],
    loading: [],
    facts: {
      name: ['[data-selenium-test="highlightTitle"]'],
      email: property('email'),
      title: [
        ...property('jobtitle'),
        { at: '[data-unit-test="highlightSubtitle"]', before: ' at ' },
      ],
      company: [
        ...property('company'),
        { at: '[data-unit-test="highlightSubtitle"]', after: ' at ' },
      ],
      phone: ['[data-unit-test="property-input-phone-button"]', ...property('phone')],
      owner: property('hubspot_owner_id'),
    },
  },
  pages: {
    account: { facts: { company: ['[data-selenium-test="highlightTitle"]'] } },
    deal: { facts: { company: ['[data-selenium-test="company-chicklet-title-link"]'] } },
  },
  list: {
    row: ['tr[data-test-id^="row-"]'],
    id: [{ at: ':scope', take: 'data-test-id', after: 'row-' }],
    facts: {
      name: [
        ...cell('name'),
        '[data-test-id="label-cell-formatted-property-name"]',
        'a[data-link]',
      ],
      email: cell('email'),
      company: cell('company'),
    },
  },
  panels: [
    {
      at: '[data-test-id="IndexPageInlineSidebar"], [data-selenium-test="sidebar-preview-panel"]',
      id: [{ at: 'a[href*="/record/"]', take: 'href' }],
    },
  ],
  ignore: ['[data-test-id="middle-pane"]', '[data-test-id^="card-wrapper-timeline"]'],
};

// https://app-eu1.hubspot.com/contacts/1234567/record/0-1/100200300401
// https://app-na2.hubspot.com/contacts/1/record/0-136/789/view/1
// https://app.hubspot.com/contacts/123/contact/456/
// https://app.hubspot.com/contacts/123/objects/0-1/views/all/list
