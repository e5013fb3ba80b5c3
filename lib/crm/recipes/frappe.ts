/** Frappe CRM: to be written. */
import type { Recipe } from '../../contract/recipe.ts';

export const frappe: Recipe = {
  id: 'frappe',
  name: 'Frappe CRM',
  sureness: 'inferred',
  checkedOn: '2026-11-23',
  hosts: ['https://*.frappe.cloud/*'],
  ids: 'digits',
  records: {},
  lists: {},
  page: { pane: ['.none'], facts: {} },
};
