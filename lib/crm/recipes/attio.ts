/** Attio: to be written. */
import type { Recipe } from '../../contract/recipe.ts';

export const attio: Recipe = {
  id: 'attio',
  name: 'Attio',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: ['https://app.attio.com/*'],
  ids: 'digits',
  records: {},
  lists: {},
  page: { pane: ['.none'], facts: {} },
};
