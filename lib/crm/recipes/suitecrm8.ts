/**
 * SuiteCRM 8 (Angular, addresses in the fragment). A record's fields have no names, only labels in the person's language, upper-cased by
 * the template itself; so what is not read by its type is found by its label. Nothing on the page names its record.
 * All from SuiteCRM's templates. Inferred: that the fields' elements keep their names (`scrm-email-list`) in every release.
 */
import type { Recipe } from '../../contract/recipe.ts';

const record = (module: string): string[] => [`#/${module}/record/{id}`];

const list = (module: string): string[] => [`#/${module}`, `#/${module}/index`, `#/${module}/list`];

const HEADING = '.record-view-header .record-view-name-label';
const FIELD = 'form.field-layout .field-layout-field-value-wrapper';

export const suitecrm8: Recipe = {
  id: 'suitecrm8',
  name: 'SuiteCRM 8',
  sureness: 'from vendor source',
  checkedOn: '2026-11-23',
  hosts: [],
  // Migrated records have ids of any form.
  ids: 'word',
  records: {
    lead: record('leads'),
    contact: record('contacts'),
    deal: record('opportunities'),
    account: record('accounts'),
  },
  lists: {
    lead: list('leads'),
    contact: list('contacts'),
    deal: list('opportunities'),
    account: list('accounts'),
  },
  page: {
    pane: ['.record-view:has(.record-view-header)'],
    // Grey bars stand for the next record while it is on its way.
    loading: ['scrm-record-content-skeleton', '.record-view-container .box-loading'],
    facts: {
      name: [HEADING],
      email: [
        `${FIELD} .mailto-field`,
        `${FIELD} :is(scrm-email-list, scrm-email-detail)`,
        `${FIELD} a[href^="mailto:"]`,
      ],
      phone: [`${FIELD} a[href^="tel:"]`],
      company: [`${FIELD} a.field-link[href*="#/accounts/record/"]`],
    },
  },
  pages: {
    account: { facts: { company: [HEADING] } },
    deal: { facts: { company: [`${FIELD} a.field-link[href*="#/accounts/record/"]`] } },
  },
  list: {
    row: ['table.list-view-table tr:has(> td[class*="column-"])'],
    id: [{ at: 'a.field-link[href*="/record/"]', take: 'href' }],
    facts: {
      name: ['td.column-name', 'td.column-full_name', 'td.column-last_name'],
      email: ['td.column-email1', 'td.column-type-email'],
      company: ['td.column-account_name'],
    },
  },
  ignore: [
    'scrm-subpanel-container',
    'scrm-sidebar-widget',
    'scrm-top-widget',
    '.record-widget-container',
    '.record-view-action-header',
    '.popover',
  ],
};

// https://suite.example/#/leads/record/6b0c2c3e-1111-2222-3333-444455556666?offset=1
// https://intranet.example/suite/public/#/contacts/record/6b0c2c3e-1111-2222-3333-444455556666
// https://suite.example/#/leads
