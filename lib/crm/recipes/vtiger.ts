/** Vtiger: to be written. */
import type { Recipe } from '../../contract/recipe.ts';

export const vtiger: Recipe = {
  id: 'vtiger',
  name: 'Vtiger',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: ['https://*.vtiger.com/*'],
  ids: 'digits',
  records: {},
  lists: {},
  page: { pane: ['.none'], facts: {} },
};
