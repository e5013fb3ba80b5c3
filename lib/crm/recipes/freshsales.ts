/** Freshsales: to be written. */
import type { Recipe } from '../../contract/recipe.ts';

export const freshsales: Recipe = {
  id: 'freshsales',
  name: 'Freshsales',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: ['https://*.myfreshworks.com/*'],
  ids: 'digits',
  records: {},
  lists: {},
  page: { pane: ['.none'], facts: {} },
};
