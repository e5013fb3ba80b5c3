/**
 * HubSpot: pushState routes that carry portal, type and id; styled components, so only data attributes are stable. The address
 * begins with /contacts/ whatever the record is; its type id tells. Inferred: the link by which a page or a preview names its
 * record, and what a lead shows of its contact. Surer: addresses, lists, property attributes (several public extensions each).
 *
 * Regions have hosts of their own (app-eu1, app-na2, …) and get new ones, so the pattern is wide and the path decides.
 */
import type { FactPlaces, Place, Recipe } from '../../contract/recipe.ts';

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
const cell = (property: string, ...typeIds: string[]): Place[] =>
  typeIds.map((typeId) => `td[data-table-external-id^="cell-${typeId}-${property}-"]`);

/** The card at the top of the left sidebar, which says whose page this is. */
const HIGHLIGHT =
  '[data-card-type="OBJECT_HIGHLIGHT"], [data-test-id="record-highlight-main-content"]';
const TITLE: FactPlaces['name'] = ['[data-selenium-test="highlightTitle"]'];

/** Associations stand in the right sidebar, so for them the page as a whole is looked at, by exact names only. */
const WHOLE_PAGE = [
  'body:has([data-test-id="left-sidebar"] [data-selenium-test="highlightTitle"])',
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
    // Links elsewhere in the sidebar may lead to associated records of the same type.
    self: [{ at: `:is(${HIGHLIGHT}) a[href*="/contacts/"]`, take: 'href' }],
    facts: {
      name: TITLE,
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
    account: { facts: { company: TITLE } },
    deal: {
      pane: WHOLE_PAGE,
      facts: {
        company: [
          '[data-selenium-test="company-chicklet-title-link"]',
          '[data-selenium-test="card-id-ASSOCIATION_TABLE/0-2"] td:first-child a',
        ],
      },
    },
  },
  list: {
    row: ['tr[data-test-id^="row-"]'],
    id: [{ at: ':scope', take: 'data-test-id', after: 'row-' }],
    facts: {
      name: [
        ...cell('name', '0-1', '0-2', '0-136'),
        ...cell('dealname', '0-3'),
        ...cell('hs_lead_name', '0-136'),
        '[data-test-id="label-cell-formatted-property-name"]',
        'a[data-link]',
      ],
      email: cell('email', '0-1'),
      company: [...cell('company', '0-1'), ...cell('name', '0-2')],
    },
  },
  panels: [
    {
      at: '[data-test-id="IndexPageInlineSidebar"], [data-selenium-test="sidebar-preview-panel"]',
      id: [
        { at: `:is(${HIGHLIGHT}) a[href*="/contacts/"]`, take: 'href' },
        { at: 'a[href*="/record/"]', take: 'href' },
      ],
    },
  ],
  ignore: ['[data-test-id="middle-pane"]', '[data-test-id*="timeline"]'],
};

// https://app-eu1.hubspot.com/contacts/1234567/record/0-1/100200300401
// https://app-na2.hubspot.com/contacts/1/record/0-136/789/view/1
// https://app.hubspot.com/contacts/123/contact/456/
// https://app.hubspot.com/contacts/123/objects/0-1/views/all/list
