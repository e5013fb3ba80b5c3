/**
 * Close: there are no pages of people. A *lead* is the company, its contacts stand inside it; so the heading is the company,
 * and an address or a number counts only when the page has just one. Addresses are well attested, `.content-area` was seen
 * around the lists. Inferred: that leads stand in it too, their heading, and what names the lead.
 */
import type { Recipe } from '../../contract/recipe.ts';

export const close: Recipe = {
  id: 'close',
  name: 'Close',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: ['https://app.close.com/*'],
  ids: 'word',
  records: { lead: ['/lead/{id:lead_}/**'] },
  // Contacts are listed too, but a row leads to the lead that the contact belongs to.
  lists: {
    lead: ['/leads/**', '/contacts/**', '/smart-view/**'],
    deal: ['/opportunities/**'],
  },
  page: {
    pane: ['.content-area:has(h1)', 'main:has(h1):has(a[href*="/lead/lead_"])'],
    self: [
      { at: '[role="tablist"] a[href*="/lead/lead_"]', take: 'href' },
      { at: 'a[href*="/lead/lead_"][aria-current="page"]', take: 'href' },
    ],
    facts: {
      company: ['h1'],
      // The heading is there, but it names no person: without this, it would be taken for one.
      name: [{ at: 'h1', take: 'data-contact-name' }],
    },
  },
  ignore: ['[role="dialog"]', '[role="menu"]', '[role="listbox"]', '[data-email]'],
};

// https://app.close.com/lead/lead_abc123XYZ/
// https://app.close.com/leads/
// https://app.close.com/contacts/
