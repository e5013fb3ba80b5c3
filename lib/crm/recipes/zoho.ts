/** Zoho CRM: to be written. */
import type { Recipe } from '../../contract/recipe.ts';

export const zoho: Recipe = {
  id: 'zoho',
  name: 'Zoho CRM',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: ['https://*.zoho.com/*'],
  ids: 'digits',
  records: {},
  lists: {},
  page: { pane: ['.none'], facts: {} },
};
