/**
 * Frappe CRM. Ids are words people chose (an organisation's id is its name); tabs live in the fragment. The record's values are in a side panel
 * without attributes, beside labels that are translated; an input's value where it can be edited. Everything is read in the vendor's
 * source; the panel's classes have changed before, so both headings are known. Inferred: the vendor's cloud host.
 */
import type { Place, Recipe } from '../../contract/recipe.ts';

const record = (name: string): string[] => [`/crm/${name}/{id}`];
const list = (name: string): string[] => [`/crm/${name}`, `/crm/${name}/view/**`];
const labels = (...words: string[]): Place[] => words.map((word) => ({ label: word }));

const HEADING = ['.truncate.text-3xl-medium', '.truncate.text-2xl'];

/** Of a deal's people the only one, or the one with the badge "Primary". */
const ONE = ':is(:only-child, :has(.truncate > .truncate + *))';

export const frappe: Recipe = {
  id: 'frappe',
  name: 'Frappe CRM',
  sureness: 'from vendor source',
  checkedOn: '2026-11-23',
  hosts: ['https://*.frappe.cloud/*'],
  ids: 'name',
  records: {
    lead: record('leads'),
    contact: record('contacts'),
    deal: record('deals'),
    account: record('organizations'),
  },
  lists: {
    lead: list('leads'),
    contact: list('contacts'),
    deal: list('deals'),
    account: list('organizations'),
  },
  page: {
    // The resizable panel; tabs with the history, mails and comments are beside it.
    pane: ['div:has(> .cursor-col-resize):has(> div > .sections)'],
    facts: {
      name: HEADING,
      title: labels('Designation', 'Stellenbezeichnung', 'Titre du poste', 'Título del trabajo'),
      phone: labels(
        'Mobile No.',
        'Mobile No',
        'Mobilfunknummer.',
        'N° Mobile.',
        'Nº Móvil.',
        'Telefone Celular.',
        'Mobiel nr.',
      ),
      // Only users have a picture in their field; its initial is no part of the name.
      owner: ['.field button div:has(.rounded-full) > .truncate'],
    },
  },
  pages: {
    // The id stands above the name.
    lead: { self: ['.cursor-copy'], namesItself: true },
    deal: {
      self: ['.cursor-copy'],
      facts: {
        // The heading would do, but shows the deal's id when there is no organisation.
        company: labels(
          'Organization',
          'Organisation',
          'Organización',
          'Organização',
          'Organisatie',
          'Firma',
        ),
        name: [`.contacts-area > ${ONE} .truncate > .truncate`],
        email: [`.contacts-area > ${ONE} .columns > * > *`],
      },
    },
    account: { self: HEADING, namesItself: true, facts: { company: HEADING } },
  },
  list: {
    row: ['a[href^="/crm/"]:has(.grid)'],
    id: [{ at: ':scope', take: 'href' }],
    facts: { name: ['.grid > .text-ink-gray-9 .truncate'], email: ['.grid .truncate'] },
  },
};

// https://crm.example/crm/leads/CRM-LEAD-2026-00001#emails
// https://crm.example/crm/organizations/M%C3%BCller%20%26%20Co
// https://crm.example/crm/leads/view/list
