/** Odoo: to be written. */
import type { Recipe } from '../../contract/recipe.ts';

export const odoo: Recipe = {
  id: 'odoo',
  name: 'Odoo',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: ['https://*.odoo.com/*'],
  ids: 'digits',
  records: {},
  lists: {},
  page: { pane: ['.none'], facts: {} },
};
