/**
 * Copper: a record is a panel over a list; its id stands in the fragment, after the account's. Values are inputs without names,
 * told apart by their placeholder, seen live by others in an English account. Inferred: the account's company column in lists,
 * and other languages, where inputs are found by what placeholders have in common, and names in the page's title.
 */
import type { Place, Recipe } from '../../contract/recipe.ts';

/** An input has nothing stable but its placeholder; several of a kind follow each other, the main one first. */
const input = (name: string): Place[] => [`input[placeholder="Add ${name}"]`];

const record = (plural: string, ...short: string[]): string[] => [
  `/companies/{org}/app#/**?fullProfile=${plural}-{id}`,
  // These redirect to the panel.
  ...short.map((word) => `/companies/{org}/app#/${word}/{id}`),
];

const list = (plural: string): string[] => [
  `/companies/{org}/app#/browse/list/${plural}/**`,
  `/companies/{org}/app#/browse/board/${plural}/**`,
];

export const copper: Recipe = {
  id: 'copper',
  name: 'Copper',
  sureness: 'from public code',
  checkedOn: '2026-11-23',
  hosts: ['https://app.copper.com/*'],
  ids: 'digits',
  records: {
    lead: record('leads', 'lead'),
    contact: record('people', 'contact'),
    deal: record('opportunities', 'opportunity', 'deal'),
    account: record('companies', 'company', 'organization'),
  },
  lists: {
    lead: list('leads'),
    contact: list('people'),
    deal: list('opportunities'),
    account: list('companies'),
  },
  page: {
    pane: ['[class*="EntityFullProfileFrame-fullProfile"]'],
    loading: ['.LoadingIcon', '.CircleSpinner'],
    facts: {
      name: input('Name'),
      // The type of an input is the same in all languages.
      email: [...input('Email'), 'input[type="email"]'],
      title: input('Title'),
      company: input('Company'),
      phone: [...input('Phone'), 'input[type="tel"]'],
      owner: input('Owner'),
    },
  },
  pages: {
    account: { facts: { company: input('Name'), phone: input('Phone'), owner: input('Owner') } },
    deal: { facts: { company: input('Company'), owner: input('Owner') } },
  },
  list: {
    row: ['tbody.ListViewTableBody > tr.et-tr'],
    id: [{ at: 'a.fullProfileLink', take: 'href' }],
    facts: {
      // The link's own text begins with the letter of the picture.
      name: ['a.fullProfileLink .AvatarPill_text', 'a.fullProfileLink'],
      email: ['a[href^="mailto:"]', 'td'],
      company: ['a[href*="fullProfile=companies-"]'],
    },
  },
  ignore: ['.ActivityLogList', '.ActivityList', '.Typeahead_options', '[data-email]'],
};

// https://app.copper.com/companies/600001/app#/browse/list/people/default?fullProfile=people-184000001
// https://app.copper.com/companies/600001/app#/contact/184000001
// https://app.copper.com/companies/600001/app#/browse/list/people/default
// https://app.copper.com/companies/600001/app#/browse/board/opportunities/default?pipeline=1
