/**
 * Corteza Low Code: modules and pages are the installation's own, so the address does not say what kind of record it is. Fields are named after the
 * labels that somebody gave them ("First name" is `field-first-name`); a mail link to several addresses holds all of them in one href.
 * All read in the vendor's source. Inferred: what people call their fields.
 */
import type { Place, Recipe } from '../../contract/recipe.ts';

const field = (labels: string): Place[] =>
  labels.split(' ').map((label) => `[data-test-id="field-${label}"] .value`);

const NAMES =
  'full-name name contact-name lead-name vollständiger-name nom-complet nom nombre-completo nombre nome-completo naam last-name nachname';
const EMAILS =
  'email e-mail email-address primary-email e-mail-adresse adresse-e-mail correo-electrónico e-mailadres';
const COMPANIES =
  'company company-name account account-name organization organisation firma unternehmen société entreprise empresa azienda bedrijf';

/** Blocks of a page: only those with fields speak of the record itself. */
const FIELDS = '[data-test-id^="field-"]';

export const corteza: Recipe = {
  id: 'corteza',
  name: 'Corteza',
  sureness: 'from vendor source',
  checkedOn: '2026-11-23',
  hosts: [],
  ids: 'digits',
  records: {
    record: [
      // A record in a dialog over another page.
      'ns/{*}/pages/**?recordID={id}',
      'ns/{*}/pages/{*}/record/{id}/**',
      'ns/{*}/admin/modules/{*}/record/{id}/**',
    ],
  },
  lists: { record: ['ns/{*}/pages/{*}', 'ns/{*}/admin/modules/{*}/record/list'] },
  page: {
    pane: [`#record-modal .vue-grid-layout:has(${FIELDS})`, `.vue-grid-layout:has(${FIELDS})`],
    facts: {
      name: field(NAMES),
      email: [...field(EMAILS), `${FIELDS} .value a[href^="mailto:"]`],
      company: field(COMPANIES),
      title: field('job-title title position berufsbezeichnung funktion fonction cargo functie'),
      phone: field('phone phone-number mobile mobile-phone telefon téléphone teléfono telefoon'),
    },
    // The page's title is the kind of record; texts and tables around the fields speak of others.
    onlyPlaces: true,
  },
  list: {
    row: ['[data-test-id="table-record-list"] tbody tr'],
    // A click on the row opens it; no attribute says which record it is.
    id: [],
    facts: {
      name: ['td:not(:has(input)) > .d-flex > :first-child'],
      email: ['td a[href^="mailto:"]'],
    },
  },
  // On a record's page; a list's page has no fields.
  ignore: [
    `.vue-grid-layout:has(${FIELDS}) .vue-grid-item:not(:has(${FIELDS}))`,
    `.vue-grid-layout:has(${FIELDS}) [data-test-id="table-record-list"]`,
  ],
};

// https://corteza.example/compose/ns/crm/pages/1234/record/5678
// https://corteza.example/compose/ns/crm/pages/1230
