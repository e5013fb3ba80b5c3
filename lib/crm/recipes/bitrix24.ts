/** Bitrix24: to be written. */
import type { Recipe } from '../../contract/recipe.ts';

export const bitrix24: Recipe = {
  id: 'bitrix24',
  name: 'Bitrix24',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: ['https://*.bitrix24.com/*'],
  ids: 'digits',
  records: {},
  lists: {},
  page: { pane: ['.none'], facts: {} },
};
