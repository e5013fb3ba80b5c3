/**
 * Pipedrive: pushState routes; leads have uuids, everything else numbers. Class names are generated, so pages are read by their
 * lists of fields: public scripts agree on rows, labels, the phone button, the heading of deals, and both generations of the list.
 * Inferred: that the list with the person's phone or address is the person's own, that its address carries the person's id (in lists
 * it does), links to people and companies in deals and leads, the heading of companies. A person's name stands in the page's title.
 */
import type { Place, Recipe } from '../../contract/recipe.ts';

const ROW = '[data-testid="fields-list-row"]';
/** A section of the sidebar: person, organisation and deal have one each. */
const SECTION = `:has(> ${ROW})`;
/** Sections have no heading inside, so pages that need one are looked at whole, by exact names only. */
const WHOLE_PAGE = `body:has([data-testid="header-title"]):has(${ROW})`;

const ADDRESS = 'a[href^="mailto:"][href*="related_person_id="]';
const LINK_TO_PERSON = `${ROW} a[href*="/person/"]`;
const LINK_TO_COMPANY = `${ROW} a[href*="/organization/"]`;

/** What is typed in a heading, or stands in it. */
const heading = (testId: string): Place[] => [
  `[data-testid="${testId}"] :is(textarea, input)`,
  `[data-testid="${testId}"]`,
];

export const pipedrive: Recipe = {
  id: 'pipedrive',
  name: 'Pipedrive',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: ['https://*.pipedrive.com/*'],
  ids: { lead: 'uuid', contact: 'digits', deal: 'digits', account: 'digits' },
  records: {
    lead: ['/leads/inbox/{id}/**'],
    contact: ['/person/{id}/**'],
    deal: ['/deal/{id}/**'],
    account: ['/organization/{id}/**'],
  },
  lists: {
    lead: ['/leads/inbox', '/leads/inbox/user/**', '/leads/inbox/filter/**'],
    contact: ['/persons', '/persons/list/**'],
    deal: ['/deals/**', '/pipeline/**'],
    account: ['/organizations', '/organizations/list/**'],
  },
  page: {
    pane: [`${SECTION}:has(${ADDRESS}, [data-test="phone-number-button"])`, SECTION],
    facts: {},
  },
  pages: {
    contact: {
      self: [
        { at: ADDRESS, take: 'href', after: 'related_person_id=', before: '&' },
        { at: ADDRESS, take: 'href', after: 'related_person_id=' },
      ],
      facts: {
        email: ['a[href^="mailto:"][href*="related_person_id={id}"]'],
        phone: ['[data-test="phone-number-button"]'],
      },
    },
    lead: {
      // The list of leads stays beside the open one, with the addresses of others.
      pane: [
        `[role="dialog"]:has([data-testid="SidebarLeadTitle"]):has(${ROW})`,
        `body:has([data-testid="SidebarLeadTitle"]):has(${ROW})`,
      ],
      onlyPlaces: true,
      facts: {
        name: [LINK_TO_PERSON],
        email: [`${ROW} ${ADDRESS}`, `${ROW} a[href^="mailto:"]`],
        company: [LINK_TO_COMPANY],
        phone: [`${ROW} [data-test="phone-number-button"]`],
      },
    },
    // A deal has one person of its own; participants are a list.
    deal: { pane: [WHOLE_PAGE], facts: { name: [LINK_TO_PERSON], company: [LINK_TO_COMPANY] } },
    account: { pane: [WHOLE_PAGE], facts: { company: heading('header-title') } },
  },
  list: {
    row: [
      // A second table beside this one holds nothing but boxes to tick.
      '.gridContent__table tbody tr:has(td[data-field])',
      'tr:has(> [data-test$=".name"], > [data-test$=".title"])',
      '[role="row"]:has([data-test$=".name"], [data-test$=".title"])',
      '[data-test="person.name"]',
    ],
    id: [
      { at: 'td:is([data-field="name"], [data-field="title"]) a[href]', take: 'href' },
      { at: '[data-test$=".name"] a[href], [data-test$=".title"] a[href]', take: 'href' },
      { at: 'a[href*="/person/"]', take: 'href' },
    ],
    facts: {
      name: [
        'td:is([data-field="name"], [data-field="title"]) a',
        '[data-test$=".name"] a, [data-test$=".title"] a',
        'a[href*="/person/"]',
      ],
      email: [
        'td[data-field="email"]',
        'td[data-field="person.email"]',
        '[data-test="person.email"]',
      ],
      company: ['td[data-field="org_id"]', '[data-test="person.org_id"]'],
    },
  },
  // What others put between the fields of a section.
  ignore: [`${SECTION} > :not(${ROW}, :has(${ROW}))`],
};

// https://acme.pipedrive.com/person/4242
// https://acme.pipedrive.com/leads/inbox/550e8400-e29b-41d4-a716-446655440000
// https://acme.pipedrive.com/persons/list/user/everyone
