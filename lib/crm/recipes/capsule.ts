/**
 * Capsule: people and organisations are both *parties*, and the address does not tell which. Addresses are well attested, and
 * `.app__main` was seen around the lists. Inferred: that records stand in it too, that the heading is the name with "Title at
 * Organisation" below it, and links that only the party on the page has (its edit page, its tabs). The rest goes by links and labels.
 */
import type { Recipe } from '../../contract/recipe.ts';

export const capsule: Recipe = {
  id: 'capsule',
  name: 'Capsule',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: ['https://*.capsulecrm.com/*'],
  ids: 'digits',
  records: { contact: ['/party/{id}/**'], deal: ['/opportunity/{id}/**'] },
  lists: { contact: ['/parties/**'], deal: ['/opportunities/**'] },
  page: {
    pane: ['.app__main:has(h1)'],
    self: [
      { at: 'a[href*="/party/"][href$="/edit"]', take: 'href' },
      { at: '[role="tablist"] a[href*="/party/"]', take: 'href' },
      { at: 'a[href*="/opportunity/"][href$="/edit"]', take: 'href' },
    ],
    facts: {
      name: ['h1'],
      title: [{ at: 'h1 + *:has(a[href*="/party/"])', before: ' at ' }],
      company: ['h1 + * a[href*="/party/"]'],
    },
  },
  pages: { deal: { facts: { company: ['h1 + * a[href*="/party/"]'] } } },
  list: {
    row: ['.app__main table tbody tr'],
    facts: {
      name: ['a[href*="/party/"]', 'a[href*="/opportunity/"]'],
      email: ['a[href^="mailto:"]', 'td'],
    },
  },
  ignore: [
    '[class*="history" i]',
    '[role="dialog"]',
    '[role="menu"]',
    // People of an organisation, each with a link of their own.
    ':is(li, [role="tabpanel"] tr):has(a[href*="/party/"]):has(a[href^="mailto:"])',
    '[data-email]',
  ],
};

// https://acme.capsulecrm.com/party/4242
// https://acme.capsulecrm.com/opportunity/5678
// https://acme.capsulecrm.com/parties
