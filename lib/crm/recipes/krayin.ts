/** Krayin: to be written. */
import type { Recipe } from '../../contract/recipe.ts';

export const krayin: Recipe = {
  id: 'krayin',
  name: 'Krayin',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: [],
  ids: 'digits',
  records: {},
  lists: {},
  page: { pane: ['.none'], facts: {} },
};
