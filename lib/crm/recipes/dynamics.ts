/** Dynamics 365: to be written. */
import type { Recipe } from '../../contract/recipe.ts';

export const dynamics: Recipe = {
  id: 'dynamics',
  name: 'Dynamics 365',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: ['https://*.dynamics.com/*'],
  ids: 'digits',
  records: {},
  lists: {},
  page: { pane: ['.none'], facts: {} },
};
