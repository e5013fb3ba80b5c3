/** SuiteCRM 7: to be written. */
import type { Recipe } from '../../contract/recipe.ts';

export const suitecrm7: Recipe = {
  id: 'suitecrm7',
  name: 'SuiteCRM 7',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: [],
  ids: 'digits',
  records: {},
  lists: {},
  page: { pane: ['.none'], facts: {} },
};
