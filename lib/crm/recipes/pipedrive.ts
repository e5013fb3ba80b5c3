/** Pipedrive: to be written. */
import type { Recipe } from '../../contract/recipe.ts';

export const pipedrive: Recipe = {
  id: 'pipedrive',
  name: 'Pipedrive',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: ['https://*.pipedrive.com/*'],
  ids: 'digits',
  records: {},
  lists: {},
  page: { pane: ['.none'], facts: {} },
};
