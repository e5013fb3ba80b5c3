/**
 * Krayin. A lead's page has a card of its person, with links; a person's page has only text, cut after 20 characters ("ines@portolab.exampl…", which
 * looks like an address), and the whole of it in a tooltip that is not laid out. Lists have no links to their records: the label of the
 * mass-action checkbox names the row. All read in the vendor's source (2.0); there is no page of an organisation but its form.
 */
import type { FactPlaces, Place, Recipe } from '../../contract/recipe.ts';

/** Values that are lists of addresses or numbers. Plain texts have a height of their own. */
const MANY = '.font-medium .group.relative:not([class*="h-["])';

/** "Planner at Porto Lab", in the languages that Krayin comes in. */
const AT = [' at ', ' en ', ' em ', ' @ ', ' tại ', ' في ', ' در '];
const PERSON = 'div:has(> a[href*="/contacts/persons/view/"])';

const lead: FactPlaces = {
  name: [`${PERSON} > a[href*="/contacts/persons/view/"]`],
  email: [`${PERSON} a[href^="mailto:"]`],
  title: [
    ...AT.map((word): Place => ({ at: `${PERSON} > span`, before: word })),
    `${PERSON} > span`,
  ],
  company: AT.map((word) => ({ at: `${PERSON} > span`, after: word })),
  phone: [`${PERSON} a[href^="callto:"]`],
};

const person: FactPlaces = {
  name: ['h3'],
  title: ['h3 + p'],
  email: [{ at: `${MANY} > .hidden > span`, hidden: true }, `${MANY}:not(:has(> .hidden))`],
  company: ['div:has(> h4 a[href*="/contacts/organizations/edit/"]) span.text-brandColor'],
};

export const krayin: Recipe = {
  id: 'krayin',
  name: 'Krayin',
  sureness: 'from vendor source',
  checkedOn: '2026-11-23',
  hosts: [],
  ids: 'digits',
  records: {
    // The first folder is `admin` unless somebody chose another.
    lead: ['{*}/leads/view/{id}'],
    contact: ['{*}/contacts/persons/view/{id}'],
    account: ['{*}/contacts/organizations/edit/{id}'],
  },
  lists: {
    lead: ['{*}/leads'],
    contact: ['{*}/contacts/persons'],
    account: ['{*}/contacts/organizations'],
  },
  page: {
    // The left column; activities are in the right one.
    pane: ['div[class*="min-w-[394px]"]:has(h3.text-lg)'],
    // Until the page's scripts have run, values are bars.
    loading: ['.shimmer'],
    facts: {},
    onlyPlaces: true,
  },
  pages: {
    lead: { facts: lead },
    contact: { facts: person },
    account: {
      pane: ['form[action*="/contacts/organizations/"]:has(input[name="name"])'],
      self: [{ at: ':scope', take: 'action' }],
      facts: { company: ['input[name="name"]'] },
    },
  },
  list: {
    row: ['.table-responsive > .row.grid:has([for^="mass_action_select_record_"])'],
    id: [
      {
        at: '[for^="mass_action_select_record_"]',
        take: 'for',
        after: 'mass_action_select_record_',
      },
    ],
    facts: {
      name: ['a[href*="/contacts/persons/view/"]', 'p:has([for]) + p + p'],
      email: ['p'],
    },
  },
};

// https://crm.example/admin/leads/view/5
// https://crm.example/admin/contacts/persons/view/7
// https://crm.example/admin/contacts/persons
