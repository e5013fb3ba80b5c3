/** Close: to be written. */
import type { Recipe } from '../../contract/recipe.ts';

export const close: Recipe = {
  id: 'close',
  name: 'Close',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: ['https://app.close.com/*'],
  ids: 'digits',
  records: {},
  lists: {},
  page: { pane: ['.none'], facts: {} },
};
