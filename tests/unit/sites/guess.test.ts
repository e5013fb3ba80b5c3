import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../lib/contract/recipe.ts';
import { guessFrom } from '../../../lib/sites/guess.ts';

const recipe = (id: string, name: string, ...hosts: string[]): Recipe => ({
  id,
  name,
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts,
  ids: 'digits',
  records: {},
  lists: {},
  page: { facts: {} },
});
const RECIPES = [
  recipe('hubspot', 'HubSpot', 'https://*.hubspot.com/*'),
  recipe('odoo', 'Odoo', 'https://*.odoo.com/*'),
  recipe('suitecrm7', 'SuiteCRM 7'),
  recipe('suitecrm8', 'SuiteCRM 8'),
  recipe('frappe', 'Frappe CRM', 'https://*.frappe.cloud/*'),
  recipe('close', 'Close', 'https://app.close.com/*'),
  recipe('acme', 'Acme CRM'),
];

describe('which CRM an address is', () => {
  it.each([
    ['app.hubspot.com/contacts/1', 'hubspot'],
    ['https://acme.odoo.com', 'odoo'],
    ['odoo.works.example', 'odoo'],
    ['odoo17.works.example', 'odoo'],
    ['https://crm-odoo.works.example/', 'odoo'],
    ['http://localhost:8069/odoo', 'odoo'],
    ['works.example/suitecrm8/', 'suitecrm8'],
    ['frappe.works.example', 'frappe'],
    ['crm.acme.example', 'acme'],
  ])('%s is %s', (typed, crm) => {
    expect(guessFrom(RECIPES, typed)).toBe(crm);
  });

  it.each([
    [''],
    ['not an address'],
    ['https://'],
    ['crm.example.com'],
    // Either of two is none.
    ['suitecrm.example.com'],
    // The end of a name is no hint, nor is a part of a word.
    ['example.close'],
    ['closeness.example.com'],
    ['example.com.odoo'],
  ])('%j is none that one could be sure of', (typed) => {
    expect(guessFrom(RECIPES, typed)).toBeNull();
  });

  it('answers whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `https://${text}`),
        ),
        (typed) => {
          const guess = guessFrom(RECIPES, typed);
          expect(guess === null || RECIPES.some(({ id }) => id === guess)).toBe(true);
        },
      ),
    );
  });
});
