/**
 * Odoo 16 to 19. Every field's widget carries the field's name; forms are editable as soon as they open, so values are in inputs.
 * Addresses often hide the model (`/odoo/action-5/77`), and nothing on a form or a list row names the record: rows are known by address.
 * Read in Odoo's source: router, widgets, field names. Inferred: which fields the partner form shows, `name` on list cells before 17.
 */
import type { FactPlaces, Place, Recipe } from '../../contract/recipe.ts';

const widget = (name: string): string => `.o_field_widget[name="${name}"]`;

/** What was typed, or what a read-only form shows. A link to another record shows its address lines too. */
const field = (name: string): Place[] => [
  `${widget(name)} :is(input, textarea)`,
  `${widget(name)} a.o_form_uri > span:first-child`,
  widget(name),
];

const phone = (name: string): Place[] => [
  `${widget(name)} input`,
  `${widget(name)} a[href^="tel:"]`,
  widget(name),
];

/** A contact that belongs to a company is shown as "Company, Contact". */
const customer = (part: { after?: string; before?: string }): Place[] =>
  [`${widget('partner_id')} input`, `${widget('partner_id')} a.o_form_uri > span:first-child`].map(
    (at) => ({ at, ...part }),
  );

/** Leads and opportunities are one model. Its `name` is what the deal is called, not a person. */
const LEAD: FactPlaces = {
  name: [...field('contact_name'), ...customer({ after: ', ' })],
  email: [widget('email_from'), widget('partner_address_email')],
  company: [...field('partner_name'), ...customer({ before: ', ' })],
  title: field('function'),
  phone: [...phone('phone'), ...phone('mobile')],
  owner: field('user_id'),
};

const PARTNER: FactPlaces = {
  name: field('name').map((place) => `.o_form_view:not(:has(${widget('email_from')})) ${place}`),
  email: [widget('email')],
  company: field('parent_id'),
  title: field('function'),
  phone: [...phone('phone'), ...phone('mobile')],
  owner: field('user_id'),
};

const EITHER: FactPlaces = {
  ...LEAD,
  name: [...(LEAD.name ?? []), ...(PARTNER.name ?? [])],
  email: [...(LEAD.email ?? []), ...(PARTNER.email ?? [])],
  company: [...(LEAD.company ?? []), ...(PARTNER.company ?? [])],
};

/** From 18 the breadcrumbs are the path, the record in front last. Installed as an app, the path has another root. */
const path = (...segments: string[]): string[] =>
  segments.flatMap((segment) => [`/odoo/**/${segment}`, `/scoped_app/**/${segment}`]);

/** Up to 17 everything is in the fragment. */
const hashList = (model: string): string[] =>
  ['list', 'kanban'].map((view) => `/web#?model=${model}&view_type=${view}`);

export const odoo: Recipe = {
  id: 'odoo',
  name: 'Odoo',
  sureness: 'from vendor source',
  checkedOn: '2026-11-23',
  hosts: ['https://*.odoo.com/*'],
  ids: 'digits',
  records: {
    lead: [...path('crm/{id}', 'crm.lead/{id}'), '/web#?id={id}&model=crm.lead'],
    contact: [...path('contacts/{id}', 'res.partner/{id}'), '/web#?id={id}&model=res.partner'],
    record: path('action-{*}/{id}'),
  },
  lists: {
    lead: [...path('crm', 'crm.lead'), ...hashList('crm.lead')],
    contact: [...path('contacts', 'res.partner'), ...hashList('res.partner')],
    record: path('action-{*}'),
  },
  page: {
    // Forms in dialogs stand outside the action manager, and the address does not know them.
    pane: ['.o_action_manager .o_form_view'],
    // Every field says which it is. By their labels "Company" is our own, and "Title" the salutation.
    onlyPlaces: true,
    facts: EITHER,
  },
  pages: {
    lead: { facts: LEAD },
    contact: { facts: PARTNER },
    // Any model can stand behind such an address; only forms that hold somebody's address are read.
    record: {
      pane: [`.o_action_manager .o_form_view:has(${widget('email_from')}, ${widget('email')})`],
    },
  },
  list: {
    // Cells without a name are of an older list; those are read by their columns.
    row: ['.o_action_manager tr.o_data_row:has(> td[name])'],
    // A datapoint's id (`datapoint_3`) is the browser's own and no record's.
    id: [],
    facts: {
      name: [
        'td[name="contact_name"]',
        'td[name="complete_name"]',
        'td[name="display_name"]',
        'tr:not(:has(> td[name="email_from"])) > td[name="name"]',
      ],
      email: ['td[name="email_from"]', 'td[name="email"]'],
      company: ['td[name="partner_name"]', 'td[name="parent_id"]'],
    },
  },
  ignore: [
    '.o-mail-Chatter',
    '.o-mail-Form-chatter',
    '.o_FormRenderer_chatterContainer',
    '.oe_chatter',
    // The other contacts of a company, and lines of any kind.
    '.o_form_view .o_field_x2many',
    '.o_form_view .o_field_one2many',
  ],
};

// https://acme.odoo.com/odoo/crm/12
// https://acme.odoo.com/odoo/crm/12/action-5/77
// https://odoo.example/odoo/contacts/9
// https://acme.odoo.com/web#id=12&model=crm.lead&view_type=form
// https://acme.odoo.com/odoo/crm
// https://acme.odoo.com/web#model=crm.lead&view_type=list
