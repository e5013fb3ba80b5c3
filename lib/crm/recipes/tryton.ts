/**
 * Tryton (6.0 web client): everything is in tabs that stay in the DOM, and the parts of a form change one by one after the
 * address has. Rows of its tables name the party they belong to in a hidden cell, so only rows of the party whose name is shown
 * count, and while there are others the page is still loading. Nothing in lists names a record, so lists give no rows.
 */
import type { Place, Recipe } from '../../contract/recipe.ts';

/** A row of this party's own: its hidden cell says so. */
const OWN_ROW = 'table.tree > tbody > tr:has(td.invisible .column-many2one a[title="{name}"])';

/** Kinds of relation are the users' own words; these are what employment is usually called. */
const EMPLOYMENT = [
  'employed by',
  'employee of',
  'works ',
  'angestellt bei',
  'arbeitet ',
  'mitarbeiter',
  'employé par',
  'salarié',
  'empleado',
  'trabaja',
  'dipendente',
  'werkt ',
];

/** The other end of the relation; it may be on a page of the form that was never opened. */
const employer = (words: string): Place => ({
  at: `${OWN_ROW} > td:has(a[title*="${words}" i]) + td .column-many2one a[title]`,
  hidden: true,
});

export const tryton: Recipe = {
  id: 'tryton',
  name: 'Tryton',
  sureness: 'verified live',
  checkedOn: '2026-11-23',
  hosts: [],
  ids: 'digits',
  records: {
    lead: ['#{*}/model/sale.opportunity/{id}'],
    contact: ['#{*}/model/party.party/{id}'],
  },
  lists: {
    lead: ['#{*}/model/sale.opportunity'],
    contact: ['#{*}/model/party.party'],
  },
  page: {
    pane: ['#tabcontent > .tab-pane.active'],
    loading: [
      {
        at: '.form-one2many td.invisible .column-many2one a[title]:not([title=""], [title="{name}"])',
        hidden: true,
      },
    ],
    facts: {},
  },
  pages: {
    contact: {
      // The list stays in front for a moment under the party's address, and "Language" in its head is nobody's name.
      onlyPlaces: true,
      facts: {
        // An address has a name field too (the building's), inside the notebook.
        name: ['input[name="name"]:not(.form-notebook input)'],
        email: [`${OWN_ROW} a.column-affix[href^="mailto:"]`],
        phone: [{ at: `${OWN_ROW} a.column-affix[href^="tel:"]`, take: 'href', after: 'tel:' }],
        company: EMPLOYMENT.map(employer),
      },
    },
    lead: {
      facts: {
        // "Gordon Shanahan <gordon@…>"; `company` is the CRM owner's own.
        name: [{ at: 'input[name="contact"]', before: ' <' }, 'input[name="party"]'],
        email: ['input[name="contact"]'],
        title: [],
        company: [],
        phone: [],
      },
      onlyPlaces: true,
    },
  },
};

// http://localhost:8000/#crm/model/party.party/11;name=%22Party%22&views=%5Bnull%5D
// http://localhost:8000/#crm/model/party.party;name=%22Party%22&views=%5Bnull%5D
// http://localhost:8000/#crm/model/sale.opportunity/1;name=%22Sale%20Opportunity%22
