/**
 * SuiteCRM 7. Every field's box names the field, in every theme. With its AJAX interface the true address is encoded in the fragment,
 * and for a moment it is ahead of the page: the star beside the name and the address link say whose page it is.
 * Leads were observed live, the rest is from SuiteCRM's templates. Inferred: `action=ListView`, themes before SuiteP.
 */
import type { Place, Recipe } from '../../contract/recipe.ts';

/** `.detail-view` in SuiteP, a table in the themes before it. */
const field = (name: string): string => `:is(.detail-view, .detail) [field="${name}"]`;

const HEADING: Place[] = ['.moduleTitle h2'];

const record = (module: string): string[] => [
  `index.php?module=${module}&action=DetailView&record={id}`,
];

const list = (module: string): string[] =>
  ['index', 'ListView'].map((action) => `index.php?module=${module}&action=${action}`);

export const suitecrm7: Recipe = {
  id: 'suitecrm7',
  name: 'SuiteCRM 7',
  sureness: 'from vendor source',
  checkedOn: '2026-11-23',
  hosts: [],
  // Migrated records have ids of any form.
  ids: 'word',
  records: {
    lead: record('Leads'),
    contact: record('Contacts'),
    deal: record('Opportunities'),
    account: record('Accounts'),
  },
  lists: {
    lead: list('Leads'),
    contact: list('Contacts'),
    deal: list('Opportunities'),
    account: list('Accounts'),
  },
  wrapped: ['ajaxUILoc'],
  page: {
    // The heading with its star stands above the fields.
    pane: ['#content:has(:is(.detail-view, .detail) [field])', '.detail-view:has([field])'],
    self: [
      { at: '.moduleTitle .favorite', take: 'record_id' },
      { at: `${field('email1')} [data-record-id]`, take: 'data-record-id' },
    ],
    // Every field says which it is; one that the layout leaves out is not looked for in descriptions and histories.
    onlyPlaces: true,
    facts: {
      name: [field('full_name'), ...HEADING],
      // All addresses are listed; the main one is bold.
      email: [`${field('email1')} :is(b, strong)`, field('email1')],
      company: [field('account_name')],
      title: [field('title')],
      phone: [field('phone_work'), field('phone_mobile')],
      owner: [field('assigned_user_name')],
    },
  },
  pages: {
    account: { facts: { company: [field('name'), ...HEADING] } },
    deal: { facts: { company: [field('account_name')] } },
  },
  list: {
    row: ['tr:is(.oddListRowS1, .evenListRowS1):has(> td[field])'],
    id: [
      { at: 'td[field="name"] a', take: 'href' },
      { at: 'input[name="mass[]"]', take: 'value' },
    ],
    facts: {
      name: ['td[field="name"] a', 'td[field="name"]'],
      email: ['td[field="email1"]'],
      company: ['td[field="account_name"]'],
    },
  },
};

// https://suite.example/index.php?module=Leads&action=DetailView&record=6b0c2c3e-1111-2222-3333-444455556666
// https://suite.example/index.php?action=ajaxui#ajaxUILoc=index.php%3Fmodule%3DLeads%26action%3DDetailView%26record%3D6b0c2c3e-1111-2222-3333-444455556666
// https://intranet.example/suite/index.php?module=Contacts&action=index
