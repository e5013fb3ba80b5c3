/** Dolibarr: to be written. */
import type { Recipe } from '../../contract/recipe.ts';

export const dolibarr: Recipe = {
  id: 'dolibarr',
  name: 'Dolibarr',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: [],
  ids: 'digits',
  records: {},
  lists: {},
  page: { pane: ['.none'], facts: {} },
};
