/** Twenty: to be written. */
import type { Recipe } from '../../contract/recipe.ts';

export const twenty: Recipe = {
  id: 'twenty',
  name: 'Twenty',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: ['https://*.twenty.com/*'],
  ids: 'digits',
  records: {},
  lists: {},
  page: { pane: ['.none'], facts: {} },
};
