/**
 * Zendesk Sell: an application of its own under `/sales`, on the host that also shows tickets. Addresses and the activity
 * feed were seen in public code; everything else is inferred, because class names are generated: the pane (the page that has
 * the feed), what names the record, and the card beside the feed, which is read by its links, inputs and labels.
 */
import type { Recipe } from '../../contract/recipe.ts';

/** Some configurations write `/sales/app/…`. */
const record = (name: string): string[] => [`/sales/${name}/{id}/**`, `/sales/app/${name}/{id}/**`];

const list = (name: string): string[] => [
  `/sales/${name}`,
  `/sales/${name}/list/**`,
  `/sales/app/${name}/list/**`,
];

export const zendeskSell: Recipe = {
  id: 'zendesk-sell',
  name: 'Zendesk Sell',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: ['https://*.zendesk.com/*'],
  ids: 'digits',
  // A contact is a person or a company; the address does not tell.
  records: { lead: record('leads'), contact: record('contacts'), deal: record('deals') },
  lists: { lead: list('leads'), contact: list('contacts'), deal: list('deals') },
  page: {
    pane: ['body:has(.feed-items):has(a[href*="/sales/"])'],
    // Only links that can belong to nobody but the record of the page.
    self: [
      { at: 'a[href*="/sales/"][href$="/edit"]', take: 'href' },
      { at: '[role="tablist"] a[href*="/sales/"]', take: 'href' },
    ],
    facts: {},
  },
  ignore: [
    '.feed-items',
    '[class*="ModalsLayer"]',
    '[role="menu"]',
    '[role="dialog"]',
    // Colleagues and deals of the record, each with a link of its own.
    ':is(li, [role="tabpanel"] tr):has(a[href*="/sales/contacts/"]):has(a[href^="mailto:"])',
    // What other extensions leave behind; Sell itself has no such attribute.
    '[data-email]',
  ],
};

// https://acme.zendesk.com/sales/contacts/160000001
// https://acme.zendesk.com/sales/leads/160000002
// https://acme.zendesk.com/sales/deals/160000003?zat=true
// https://acme.zendesk.com/sales/leads/list/1
