/** monday CRM: to be written. */
import type { Recipe } from '../../contract/recipe.ts';

export const monday: Recipe = {
  id: 'monday',
  name: 'monday CRM',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: ['https://*.monday.com/*'],
  ids: 'digits',
  records: {},
  lists: {},
  page: { pane: ['.none'], facts: {} },
};
