/**
 * Bitrix24. Records open in a slider, a frame of the same origin over the page; several may lie on top of each other. The card's tabs
 * carry kind and id (`lead_42_details_tabs`), its blocks the fields' names. Read in public copies of Bitrix24's own source: the tabs, the
 * links, the client block, addresses of new records. From other people's scripts: `data-cid`, the frame. Inferred: the title's place, the
 * responsible person, list cells' column names.
 */
import type { Place, Recipe, RecordPage } from '../../contract/recipe.ts';

/** A new record has the id 0 until it is saved. */
const ID = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => `{id:${digit}}`);

const record = (entity: string): string[] => ID.map((id) => `/crm/${entity}/details/${id}`);

const list = (entity: string): string[] => [
  `/crm/${entity}`,
  `/crm/${entity}/list/**`,
  `/crm/${entity}/category/**`,
  `/crm/${entity}/kanban/**`,
];

const boxes = (name: string): string[] => [
  `[data-cid="${name}"] .ui-entity-editor-content-block-text`,
  `[data-cid="${name}"] input[name="${name}"]`,
];
const field = (name: string): Place[] => boxes(name);

/** First and last name are fields of their own, shown or being edited. */
const FULL_NAME: Place[] = boxes('NAME').map((at, mode) => {
  const and = boxes('LAST_NAME')[mode];
  return and ? { at, and } : at;
});

/** Companies and people that the record is bound to, each with a card of its own. */
const bound = (entity: string): string =>
  `a.crm-entity-widget-client-box-name[href*="/crm/${entity}/details/"]`;

const TITLE = '#pagetitle';

const page = (entity: string, facts: RecordPage['facts']): Partial<RecordPage> => ({
  self: [{ at: '[id$="_details_tabs"]', take: 'id', after: `${entity}_`, before: '_details_tabs' }],
  facts,
});

const PERSON: RecordPage['facts'] = {
  email: [
    '[data-cid="EMAIL"] a.crm-entity-email',
    '[data-cid="EMAIL"] input[name^="EMAIL["]',
    'a.crm-entity-email',
  ],
  title: field('POST'),
  phone: ['[data-cid="PHONE"] a.crm-entity-phone-number', 'a.crm-entity-phone-number'],
  owner: ['[data-cid="ASSIGNED_BY_ID"] a[href*="/personal/user/"]'],
};

/** The vendor's domains, by country. */
const DOMAINS = 'com eu de fr it es pl in cn jp vn id mx co ru by kz ua com.br com.tr co.uk'.split(
  ' ',
);

export const bitrix24: Recipe = {
  id: 'bitrix24',
  name: 'Bitrix24',
  sureness: 'from public code',
  checkedOn: '2026-11-23',
  hosts: DOMAINS.map((domain) => `https://*.bitrix24.${domain}/*`),
  ids: 'digits',
  records: {
    lead: record('lead'),
    contact: record('contact'),
    deal: record('deal'),
    account: record('company'),
  },
  lists: {
    lead: list('lead'),
    contact: list('contact'),
    deal: list('deal'),
    account: list('company'),
  },
  page: {
    // The title stands far above the card, so the whole page is the pane, and only these places count.
    pane: ['body:has(.crm-entity-wrap)'],
    onlyPlaces: true,
    facts: {},
  },
  pages: {
    // A lead's title is what it is called; its person's names are fields, unless a known contact is bound to it.
    lead: page('lead', {
      ...PERSON,
      name: [bound('contact'), ...FULL_NAME, ...field('LAST_NAME')],
      company: [...field('COMPANY_TITLE'), bound('company')],
    }),
    contact: page('contact', { ...PERSON, name: [TITLE], company: [bound('company')] }),
    account: page('company', { company: [TITLE] }),
    deal: page('deal', { company: [bound('company')] }),
  },
  list: {
    row: ['tr.main-grid-row-body[data-id]'],
    id: [{ at: ':scope', take: 'data-id' }],
    facts: {
      name: [
        'td[data-column-id="FULL_NAME"]',
        'a[href*="/crm/contact/details/"]',
        'a[href*="/crm/lead/details/"]',
        'a[href*="/crm/company/details/"]',
        'a[href*="/crm/deal/details/"]',
      ],
      email: ['td[data-column-id="EMAIL"]', 'a[href^="mailto:"]'],
      company: ['td[data-column-id="COMPANY_TITLE"]', 'a[href*="/crm/company/details/"]'],
    },
  },
  frames: ['iframe.side-panel-iframe'],
  ignore: ['.crm-entity-stream-container', '.popup-window', '.bx-im-messenger', '.ui-tour-popup'],
};

// https://acme.bitrix24.com/crm/lead/details/42/
// https://acme.bitrix24.de/crm/contact/details/7/?IFRAME=Y&IFRAME_TYPE=SIDE_SLIDER
// https://acme.bitrix24.eu/crm/company/details/3/
// https://acme.bitrix24.com/crm/contact/list/
// https://acme.bitrix24.com/crm/deal/kanban/category/0/
