/** Atomic CRM (open source, self-hosted): hash routes moved by pushState, so neither hashchange nor popstate fires. */
import type { Recipe } from '../../contract/recipe.ts';

/** Class names are generated, so the page is read by its links and by what stands next to them. */
export const atomic: Recipe = {
  id: 'atomic',
  name: 'Atomic CRM',
  sureness: 'verified live',
  checkedOn: '2026-11-23',
  hosts: [],
  ids: 'digits',
  records: {
    contact: ['#/contacts/{id}/show/**'],
    account: ['#/companies/{id}/show/**'],
    deal: ['#/deals/{id}/show/**'],
  },
  lists: { contact: ['#/contacts'], account: ['#/companies'], deal: ['#/deals'] },
  page: {
    pane: ['main#main-content'],
    facts: {},
  },
  pages: {
    contact: {
      // The edit button names the record that is rendered.
      self: [{ at: 'a[href="#/contacts/{id}"]', take: 'href', after: '#/contacts/' }],
      namesItself: true,
      // Notes about a person without an address may quote other people's.
      onlyPlaces: true,
      // "Head of Sales at Braun Group": the company comes with a request of its own, until then the line ends in the air.
      loading: [{ at: 'h5 + *:not(:has(a[href^="#/companies/"]))', before: ' at' }],
      facts: {
        name: ['h5'],
        email: ['a[href^="mailto:"]'],
        company: ['h5 + * a[href^="#/companies/"]'],
        title: [{ at: 'h5 + *', before: ' at ' }, 'h5 + *'],
      },
    },
    account: {
      self: [{ at: 'a[href="#/companies/{id}"]', take: 'href', after: '#/companies/' }],
      namesItself: true,
      facts: { company: ['h5'] },
    },
  },
  list: {
    // A row is one link, around the name and all that follows it.
    row: ['main#main-content li:has(> a[href^="#/contacts/"])'],
    facts: { name: ['.MuiListItemText-primary'] },
  },
};

// http://localhost:4861/#/contacts/2/show
// http://localhost:4861/#/companies/25/show
// http://localhost:4861/#/contacts
