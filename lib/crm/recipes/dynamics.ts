/**
 * Dynamics 365 Sales (model-driven apps) and the same apps on premises: fields carry their logical names, which no language
 * changes, and hold their values as what is typed in them. Forms show other people's fields too (quick views repeat
 * `emailaddress1` behind a prefix), so nothing but a form's own fields counts. Rows of lists do not say which record they are;
 * they are known by their address. The test framework that Microsoft publishes confirms addresses, fields, lookups, the title
 * and the grid; public tests against the product confirm the header's owner and that columns are named by logical names.
 * Inferred: a row link that carries an id, columns split over containers, what stands inside of what.
 *
 * The form does not name its record, so a page that lags behind its address cannot be told. Sovereign clouds (dynamics.cn,
 * microsoftdynamics.us, appsplatform.us) and installations on premises are added by their own address.
 */
import type { FactPlaces, Place, Recipe } from '../../contract/recipe.ts';

/** A form's own field: the name stands at the very beginning; in a quick view the quick view's name does. */
const field = (name: string): Place[] =>
  ['mail-text-input', 'phone-text-input', 'text-box-text', 'InputMaskControl'].map(
    (control) => `[data-id="${name}.fieldControl-${control}"]`,
  );

/** A lookup shows the record that was chosen as a tag. */
const lookup = (name: string, prefix = ''): Place[] =>
  ['selected_tag_text', 'selected_tag'].map(
    (tag) => `[data-id="${prefix}${name}.fieldControl-LookupResultsDropdown_${name}_${tag}"]`,
  );

/** The text also says whether the record is saved; the attribute does not. */
const TITLE: Place[] = [
  { at: '[data-id="header_title"]', take: 'title' },
  { at: '[data-id="header_title"]', before: '- ' },
  '[data-id="header_title"]',
];

const person = (company: Place[]): FactPlaces => ({
  name: [...field('fullname'), ...TITLE],
  email: field('emailaddress1'),
  title: field('jobtitle'),
  company,
  phone: [...field('telephone1'), ...field('mobilephone')],
  owner: [...lookup('ownerid', 'header_'), ...lookup('ownerid')],
});

const record = (entity: string): string[] => [
  `main.aspx?pagetype=entityrecord&etn=${entity}&id={id}`,
];
const list = (entity: string): string[] => [`main.aspx?pagetype=entitylist&etn=${entity}`];

/** Pinned columns stand in containers of their own, so a row is in up to three. */
const ROWS = ['left', 'center', 'right']
  .map((part) => (part === 'center' ? 'center-cols-container' : `pinned-${part}-cols-container`))
  .map((container) => `.ag-${container} [role="row"]`)
  .join(', ');

export const dynamics: Recipe = {
  id: 'dynamics',
  name: 'Dynamics 365',
  sureness: 'from vendor source',
  checkedOn: '2026-11-23',
  hosts: ['https://*.dynamics.com/*'],
  ids: 'uuid',
  records: {
    lead: record('lead'),
    contact: record('contact'),
    deal: record('opportunity'),
    account: record('account'),
  },
  lists: {
    lead: list('lead'),
    contact: list('contact'),
    deal: list('opportunity'),
    account: list('account'),
  },
  page: {
    // Apps with several sessions keep the forms of the others, hidden. The title may stand outside of the form.
    pane: [
      ':has(> [data-id="editFormRoot"]):has([data-id="header_title"])',
      '[data-id="editFormRoot"]',
    ],
    onlyPlaces: true,
    facts: {},
  },
  pages: {
    lead: { facts: person([...field('companyname'), ...lookup('parentaccountid')]) },
    contact: { facts: person([...lookup('parentcustomerid'), ...field('company')]) },
    account: { facts: { company: [...field('name'), ...TITLE] } },
    deal: {
      // The opportunity's own contact is one person; stakeholders are a list beside it.
      facts: {
        name: lookup('parentcontactid'),
        company: [...lookup('parentaccountid'), ...lookup('customerid')],
      },
    },
  },
  list: {
    row: [
      `[data-id$="_onegrid_control_container"] :is(${ROWS})`,
      `[data-id$="_grid_control_container"] :is(${ROWS})`,
      `[data-id="grid-container"] :is(${ROWS})`,
    ],
    join: 'row-index',
    // Other columns link to other records.
    id: [
      { at: '[col-id="fullname"] a[href*="id="]', take: 'href' },
      { at: '[col-id="name"] a[href*="id="]', take: 'href' },
    ],
    facts: {
      name: ['[col-id="fullname"]', '[col-id="name"]'],
      email: ['[col-id="emailaddress1"]'],
      company: ['[col-id="companyname"]', '[col-id="parentcustomerid"]'],
    },
  },
  empty: ['---'],
};

// https://acme.crm4.dynamics.com/main.aspx?appid=0a1b2c3d-1111-2222-3333-444455556666&pagetype=entityrecord&etn=lead&id=11111111-2222-e511-80d8-0123456789ab
// https://crm.intranet.example/Acme/main.aspx?etn=contact&pagetype=entityrecord&id=%7B11111111-2222-E511-80D8-0123456789AB%7D
// https://acme.crm4.dynamics.com/main.aspx?appid=0a1b2c3d-1111-2222-3333-444455556666&pagetype=entitylist&etn=lead&viewid=11111111-2222-e511-80d8-0123456789ab&viewType=1039
