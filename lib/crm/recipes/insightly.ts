/**
 * Insightly: a record is a page, or a blade over its list, whose address then stands in `blade`. Values stand whole in the
 * `title` of elements named after the API's fields. Addresses, the blade, that naming and the list's tables and columns were seen
 * in public code, but of the fields only `TITLE` and `PHONE`; the others are inferred from the names in the vendor's API.
 */
import type { Place, Recipe } from '../../contract/recipe.ts';

/** A field by its API name; long values are cut in the text, not in the attribute. */
const field = (...names: string[]): Place[] =>
  names.flatMap((name): Place[] => [
    { at: `#metadata-row-viewer-${name}`, take: 'title' },
    { at: `#metadata-row-viewer-${name} [title]`, take: 'title' },
    `#metadata-row-viewer-${name}`,
  ]);

/** An address is looked for in the box and all that is in it. */
const address = (...names: string[]): Place[] =>
  names.map((name) => `#metadata-row-viewer-${name}`);

/** Addresses are written in lower and in upper case, and before the blades with an action in their middle. */
const record = (name: string, plural: string): string[] => [
  `/details/${name}/{id}/**`,
  `/details/${name.toLowerCase()}/{id}/**`,
  `/${plural}/Details/{id}/**`,
];

const list = (name: string): string[] => [`/list/${name}/**`, `/list/${name.toLowerCase()}/**`];

const HEADING = ['#entityname', 'header h1', 'h1'];

export const insightly: Recipe = {
  id: 'insightly',
  name: 'Insightly',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: ['https://*.insightly.com/*'],
  ids: 'digits',
  records: {
    lead: record('Lead', 'Leads'),
    contact: record('Contact', 'Contacts'),
    deal: record('Opportunity', 'Opportunities'),
    account: [
      ...record('Organisation', 'Organisations'),
      ...record('Organization', 'Organizations'),
    ],
  },
  lists: {
    lead: list('Lead'),
    contact: list('Contact'),
    deal: list('Opportunity'),
    account: [...list('Organisation'), ...list('Organization')],
  },
  wrapped: ['blade'],
  page: {
    // The blade lies over whatever page was there before.
    pane: ['#modal-details-body', '#main-container.details', '#body-frame #left-frame'],
    // The first tab leads to the record itself.
    self: [{ at: '#left-tabs a[href*="/details/" i]', take: 'href' }],
    facts: {
      name: [...field('FULL_NAME', 'NAME'), ...HEADING],
      email: address('EMAIL_ADDRESS', 'EMAIL'),
      title: field('TITLE'),
      company: [
        '#field-render-ORGANISATION_ID .metadata-row-viewer-lookup a',
        ...field('ORGANISATION_ID', 'ORGANISATION_NAME', 'ORGANIZATION_NAME'),
      ],
      phone: [
        ...field('PHONE', 'PHONE_MOBILE', 'MOBILE'),
        '[data-display-type="PHONE"] .metadata-row-viewer-phone',
      ],
      owner: field('OWNER_USER_ID'),
    },
  },
  pages: {
    account: {
      facts: {
        company: [...field('ORGANISATION_NAME', 'ORGANIZATION_NAME'), ...HEADING],
        phone: field('PHONE'),
        owner: field('OWNER_USER_ID'),
      },
    },
    deal: {
      facts: {
        company: [
          '#field-render-ORGANISATION_ID .metadata-row-viewer-lookup a',
          ...field('ORGANISATION_ID'),
        ],
        owner: field('OWNER_USER_ID'),
      },
    },
  },
  list: {
    row: [
      '#entity-list table tbody tr',
      '#contact-list table tbody tr',
      '#listView table tbody tr',
    ],
    facts: {
      name: ['a[href*="blade="]', 'a[href*="/details/" i]'],
      email: ['td.EMAIL_ADDRESS', 'td.EMAIL', 'td'],
      company: ['td.ORGANISATION_ID', 'td.ORGANISATION_NAME'],
    },
  },
  ignore: ['[role="menu"]', '[data-email]'],
};

// https://crm.na1.insightly.com/details/contact/4242
// https://crm.na1.insightly.com/list/Contact/?blade=/details/Contact/4242
// https://crm.na1.insightly.com/details/Lead/4243
// https://crm.na1.insightly.com/list/Contact/
