/** Tryton: to be written. */
import type { Recipe } from '../../contract/recipe.ts';

export const tryton: Recipe = {
  id: 'tryton',
  name: 'Tryton',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: [],
  ids: 'digits',
  records: {},
  lists: {},
  page: { pane: ['.none'], facts: {} },
};
