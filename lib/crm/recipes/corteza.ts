/** Corteza: to be written. */
import type { Recipe } from '../../contract/recipe.ts';

export const corteza: Recipe = {
  id: 'corteza',
  name: 'Corteza',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: [],
  ids: 'digits',
  records: {},
  lists: {},
  page: { pane: ['.none'], facts: {} },
};
