/** Copper: to be written. */
import type { Recipe } from '../../contract/recipe.ts';

export const copper: Recipe = {
  id: 'copper',
  name: 'Copper',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: ['https://app.copper.com/*'],
  ids: 'digits',
  records: {},
  lists: {},
  page: { pane: ['.none'], facts: {} },
};
