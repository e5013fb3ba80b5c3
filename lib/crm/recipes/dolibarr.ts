/**
 * Dolibarr, in whatever folder it was installed. A third party is `socid` or `id`, by page. The banner says who it is: the name is the banner's own words,
 * before its picture, links and address; the mail link's text is cut, its href is not. Read in the vendor's source: banner of a contact,
 * mail links, list rows, `socid`. From a published page: a third party's banner. Inferred: addresses of lists and opportunities.
 */
import type { Place, Recipe } from '../../contract/recipe.ts';

const NAME: Place[] = [{ at: '.arearef .refid', own: true }];

/** Links to a third party; each of its tabs is a page of its own. */
const COMPANY = '.refidno a[href*="socid="]:not([href*="action="])';

export const dolibarr: Recipe = {
  id: 'dolibarr',
  name: 'Dolibarr',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: [],
  ids: 'digits',
  records: {
    contact: ['contact/{*}.php?id={id}', 'contact/card.php?contactid={id}'],
    account: [
      'societe/{*}.php?socid={id}',
      'societe/{*}.php?id={id}',
      'comm/card.php?socid={id}',
      'comm/card.php?id={id}',
    ],
    deal: ['projet/card.php?id={id}'],
  },
  lists: {
    contact: ['contact/list.php'],
    account: ['societe/list.php'],
    deal: ['projet/list.php'],
  },
  page: {
    // The card; events and mails to be written are below it.
    pane: ['.tabBar:has(.arearef .refid)'],
    // A contact can be downloaded from its banner.
    self: [{ at: 'a[href*="vcard.php?id="]', take: 'href' }],
    facts: {},
    onlyPlaces: true,
  },
  pages: {
    contact: {
      facts: {
        name: NAME,
        email: ['.refidno a[href^="mailto:"]', '.refidno a[href*="action=presend"]'],
        company: [COMPANY],
        phone: ['.refidno a[href^="tel:"]', '.refidno a[href^="callto:"]'],
        title: [{ label: 'Job position' }, { label: 'Post/Function' }, { label: 'Poste/fonction' }],
      },
    },
    account: { facts: { company: NAME } },
    deal: { facts: { company: [COMPANY] } },
  },
  list: {
    row: ['tr.oddeven[data-rowid]', 'tr.oddeven'],
    id: [
      { at: ':scope', take: 'data-rowid' },
      { at: 'a[href*="card.php?"]', take: 'href' },
    ],
    facts: {
      name: [
        'a[href*="/contact/card.php?id="]',
        'a[href*="/projet/card.php?id="]',
        'a[href*="/societe/card.php?"]',
        'a[href*="/comm/card.php?"]',
      ],
      email: ['a[href^="mailto:"]', 'a[href*="action=presend"]'],
      company: ['a[href*="/societe/card.php?"]', 'a[href*="/comm/card.php?"]'],
    },
  },
};

// https://intranet.example/dolibarr/contact/card.php?id=9
// https://erp.example/societe/card.php?socid=12
// https://erp.example/contact/list.php
