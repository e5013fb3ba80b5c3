/** erxes: to be written. */
import type { Recipe } from '../../contract/recipe.ts';

export const erxes: Recipe = {
  id: 'erxes',
  name: 'erxes',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: [],
  ids: 'digits',
  records: {},
  lists: {},
  page: { pane: ['.none'], facts: {} },
};
