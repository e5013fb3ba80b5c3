/** Insightly: to be written. */
import type { Recipe } from '../../contract/recipe.ts';

export const insightly: Recipe = {
  id: 'insightly',
  name: 'Insightly',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: ['https://*.insightly.com/*'],
  ids: 'digits',
  records: {},
  lists: {},
  page: { pane: ['.none'], facts: {} },
};
