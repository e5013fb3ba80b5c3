/**
 * erxes. There is no page of a record: a parameter of the list's address opens a sheet over the list. No link holds an address: the sheet is a
 * form whose inputs have internal names, the list shows badges. Rows are named after a position in the list, not after their
 * record. All read in the vendor's source (2026); the older erxes with pages of its own is not known.
 */
import type { Recipe } from '../../contract/recipe.ts';

/** Cells are as wide as their column, and that says which column it is. */
const cell = (column: string): string => `td[style*="--col-${column}-width"]`;

export const erxes: Recipe = {
  id: 'erxes',
  name: 'erxes',
  sureness: 'from vendor source',
  checkedOn: '2026-11-23',
  hosts: [],
  ids: 'word',
  records: {
    contact: ['contacts/customers?contactId={id}'],
    lead: ['contacts/leads?contactId={id}'],
    account: ['contacts/companies?companyId={id}'],
  },
  lists: {
    contact: ['contacts/customers'],
    lead: ['contacts/leads'],
    account: ['contacts/companies'],
  },
  page: {
    // Boxes that edit one value are dialogs too, but smaller.
    pane: ['[role="dialog"][class*="max-w-screen-2xl"]'],
    facts: {
      name: ['button.text-base.font-semibold'],
      email: ['form input[name="primaryEmail"]'],
      phone: ['form input[name="primaryPhone"]'],
    },
    // On the sheet's other tabs the form is not there, and the activity log is full of others.
    onlyPlaces: true,
  },
  pages: { account: { facts: { company: ['button.text-base'] } } },
  list: {
    row: [`tr:has(> ${cell('emails')})`],
    id: [],
    facts: {
      name: [cell('name'), cell('primaryName')],
      email: [`${cell('emails')} .flex > *`, cell('emails')],
    },
  },
  empty: ['Unknown'],
};

// https://erxes.example/contacts/customers?contactId=Xk2vQ9aB3cD4eF5gH
// https://erxes.example/contacts/leads
