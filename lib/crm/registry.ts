/** All CRMs that come with Truce, in the order people see them. A new one is its recipe, a line here, fixtures, a README row. */
import type { Recipe } from '../contract/recipe.ts';
import { atomic } from './recipes/atomic.ts';
import { attio } from './recipes/attio.ts';
import { bitrix24 } from './recipes/bitrix24.ts';
import { capsule } from './recipes/capsule.ts';
import { close } from './recipes/close.ts';
import { copper } from './recipes/copper.ts';
import { corteza } from './recipes/corteza.ts';
import { dolibarr } from './recipes/dolibarr.ts';
import { dynamics } from './recipes/dynamics.ts';
import { erxes } from './recipes/erxes.ts';
import { espocrm } from './recipes/espocrm.ts';
import { frappe } from './recipes/frappe.ts';
import { freshsales } from './recipes/freshsales.ts';
import { hubspot } from './recipes/hubspot.ts';
import { insightly } from './recipes/insightly.ts';
import { krayin } from './recipes/krayin.ts';
import { monday } from './recipes/monday.ts';
import { odoo } from './recipes/odoo.ts';
import { pipedrive } from './recipes/pipedrive.ts';
import { salesforce } from './recipes/salesforce.ts';
import { suitecrm7 } from './recipes/suitecrm7.ts';
import { suitecrm8 } from './recipes/suitecrm8.ts';
import { tryton } from './recipes/tryton.ts';
import { twenty } from './recipes/twenty.ts';
import { vtiger } from './recipes/vtiger.ts';
import { zendeskSell } from './recipes/zendesk-sell.ts';
import { zoho } from './recipes/zoho.ts';

export const RECIPES: readonly Recipe[] = [
  salesforce,
  hubspot,
  dynamics,
  zoho,
  pipedrive,
  zendeskSell,
  freshsales,
  close,
  copper,
  attio,
  monday,
  odoo,
  suitecrm7,
  suitecrm8,
  espocrm,
  twenty,
  frappe,
  krayin,
  vtiger,
  dolibarr,
  corteza,
  erxes,
  insightly,
  capsule,
  bitrix24,
  tryton,
  atomic,
];
