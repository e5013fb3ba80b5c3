/**
 * monday CRM: leads and contacts are items of boards, so addresses tell no kind, and an id is the board's and the item's together.
 * Addresses, the item's dialogs with their headings, and the cells' `col-identifier-…` classes were seen in public code. Inferred:
 * that an item's own page marks its columns the same way, and columns that people added (their ids begin with their type).
 */
import type { Place, Recipe } from '../../contract/recipe.ts';

/** A column by a word of its id, which does not change with its title: `lead_email`, `contact_email`, `email_mkq1`. */
const column = (...words: string[]): Place[] =>
  words.map((word) => `[class*="col-identifier-"][class*="${word}"]`);

/** The item's heading, in every dialog and page that shows items. */
const HEADINGS = [
  '.item-page-name',
  '.item-page-item-name',
  '.pulse-page-name-wrapper',
  '.pulse-name-value',
  '[data-testid="editable-heading"] h2',
  '.pulse_title [data-testid="heading"] h2',
];

/** What holds an item; the same classes are used for other dialogs, hence the heading. */
const HOLDERS = [
  '.modal-component-content',
  '.slide-panel-content',
  '.slide-panel.open',
  '.modal-slide-panel .pulse-values-and-header-wrapper',
  '.pulse-card-dialog-component',
  '#pulse-card-dialog-component',
];

const holding = HOLDERS.map((holder) => `${holder}:has(${HEADINGS.join(', ')})`);

/** A link to the item on its board. Other links to items lead to those it is connected with. */
const ON_BOARD = 'a.open-pulse-in-board-link[href*="/pulses/"]';

export const monday: Recipe = {
  id: 'monday',
  name: 'monday CRM',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: ['https://*.monday.com/*'],
  ids: 'digits',
  records: {
    record: ['/boards/{id}/pulses/{id}/**', '/boards/{id}/views/{*}/pulses/{id}/**'],
  },
  lists: { record: ['/boards/{*}', '/boards/{*}/views/{*}'] },
  page: {
    pane: holding,
    self: [{ at: ON_BOARD, take: 'href' }],
    facts: {
      name: HEADINGS,
      email: column('email'),
      title: column('title', 'job'),
      company: column('company', 'account'),
      phone: column('phone'),
      owner: column('owner'),
    },
  },
  list: {
    row: ['[data-testid^="item-"]:has(.col-identifier-name)', '.pulse-component'],
    // Where rows have no link, the address in them says who they are.
    id: [{ at: 'a[href*="/pulses/"]', take: 'href' }],
    facts: {
      name: ['.col-identifier-name .ds-text-component-content-text', '.name-cell-text'],
      email: column('email'),
      company: column('company', 'account'),
    },
  },
  // "My work" and dashboards show items over a page whose address is not theirs.
  panels: holding.map((at) => ({ at, id: [{ at: ON_BOARD, take: 'href' }] })),
  ignore: [
    '[class*="update" i]',
    '[class*="post_" i]',
    '[class*="post-" i]',
    '[role="menu"]',
    '[data-email]',
  ],
};

// https://acme.monday.com/boards/9000000001/pulses/123
// https://acme.monday.com/boards/9000000001/views/5/pulses/123
// https://acme.monday.com/boards/9000000001
