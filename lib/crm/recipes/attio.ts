/**
 * Attio: the workspace is the first folder, the kind of record the second. Addresses were seen in public code. No attribute of
 * the pages is known, so all of the rest is inferred: the pane (the main area that links into a workspace), tabs that link to
 * the record they belong to, and the attributes beside their titles, which are English unless a workspace renamed them.
 */
import type { Recipe } from '../../contract/recipe.ts';

/** Workspaces have a slug; before that they stood under `/w/`. */
const record = (name: string): string[] => [`/{org}/${name}/{id}/**`, `/w/{org}/${name}/{id}/**`];
const list = (name: string): string[] => [`/{org}/${name}/**`, `/w/{org}/${name}/**`];

/** A link to a record of a workspace: `/acme/person/…`. Other CRMs use the same words in other places. */
const link = (name: string): string =>
  `a[href^="/"][href*="/${name}/"]:not([href^="/${name}/"], [href*="/object/"], [href*="/contacts/"], [href*="/details/"])`;

export const attio: Recipe = {
  id: 'attio',
  name: 'Attio',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: ['https://app.attio.com/*'],
  ids: 'uuid',
  records: { contact: record('person'), deal: record('deal'), account: record('company') },
  lists: { contact: list('people'), deal: list('deals'), account: list('companies') },
  page: {
    pane: [`main:has(:is(${['person', 'company', 'deal'].map(link).join(', ')}))`],
    // Links elsewhere on the page lead to anybody.
    self: [
      { at: '[role="tablist"] a[href]', take: 'href' },
      { at: 'a[href][role="tab"]', take: 'href' },
      { at: 'a[href][aria-current="page"]', take: 'href' },
    ],
    facts: {
      // Where the attribute is shown and empty, nobody else's address counts.
      email: [{ label: 'Email addresses' }],
      phone: [{ label: 'Phone numbers' }],
    },
  },
  pages: {
    account: { facts: { company: ['h1'] } },
    deal: { facts: { company: [{ label: 'Associated company' }] } },
  },
  ignore: [
    '[role="dialog"]',
    '[role="menu"]',
    `:is(li, [role="tabpanel"] [role="row"]):has(${link('person')}):has(a[href^="mailto:"])`,
    '[data-email]',
  ],
};

// https://app.attio.com/acme/person/0a1b2c3d-1111-2222-3333-444455556666/overview
// https://app.attio.com/acme/company/0a1b2c3d-7777-8888-9999-444455556666/activity
// https://app.attio.com/acme/people
