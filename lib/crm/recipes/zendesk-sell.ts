/** Zendesk Sell: to be written. */
import type { Recipe } from '../../contract/recipe.ts';

export const zendeskSell: Recipe = {
  id: 'zendesk-sell',
  name: 'Zendesk Sell',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: ['https://*.zendesk.com/*'],
  ids: 'digits',
  records: {},
  lists: {},
  page: { pane: ['.none'], facts: {} },
};
