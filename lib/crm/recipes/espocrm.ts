/** EspoCRM: to be written. */
import type { Recipe } from '../../contract/recipe.ts';

export const espocrm: Recipe = {
  id: 'espocrm',
  name: 'EspoCRM',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: ['https://*.espocloud.com/*'],
  ids: 'digits',
  records: {},
  lists: {},
  page: { pane: ['.none'], facts: {} },
};
