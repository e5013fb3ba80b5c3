/** SuiteCRM 8: to be written. */
import type { Recipe } from '../../contract/recipe.ts';

export const suitecrm8: Recipe = {
  id: 'suitecrm8',
  name: 'SuiteCRM 8',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: [],
  ids: 'digits',
  records: {},
  lists: {},
  page: { pane: ['.none'], facts: {} },
};
