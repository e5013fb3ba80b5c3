/** Capsule: to be written. */
import type { Recipe } from '../../contract/recipe.ts';

export const capsule: Recipe = {
  id: 'capsule',
  name: 'Capsule',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: ['https://*.capsulecrm.com/*'],
  ids: 'digits',
  records: {},
  lists: {},
  page: { pane: ['.none'], facts: {} },
};
