import { describe, expect, it } from 'vitest';
import type { CrmId, RecordKind } from '../../../lib/contract/record.ts';
import { crmRecord } from '../../../lib/contract/record.ts';
import { covers } from '../../../lib/crm/hosts.ts';
import { addressesBy } from '../../../lib/crm/outlines.ts';
import { RECIPES } from '../../../lib/crm/registry.ts';

/** Forms as seen in the wild; the ids are made up. `[kind, id]` is a record, a kind alone a list, null neither. */
type Expected = [kind: RecordKind, id: string, org?: string] | RecordKind | null;
const GUID = '11111111-2222-e511-80d8-0123456789ab';
const UUID = '550e8400-e29b-41d4-a716-446655440000';
const ZOHO_ID = '3652397000000100001';
const SUITE = '6b0c2c3e-1111-2222-3333-444455556666';

const URLS: [CrmId, string, Expected][] = [
  [
    'salesforce',
    'https://acme.lightning.force.com/lightning/r/Lead/00Q5e00001abcdeEAA/view',
    ['lead', '00Q5e00001abcdeEAA', 'acme.lightning.force.com'],
  ],
  [
    'salesforce',
    'https://acme--uat.sandbox.lightning.force.com/lightning/r/00Q5e00001abcdeEAA/view',
    ['lead', '00Q5e00001abcdeEAA'],
  ],
  [
    'salesforce',
    'https://acme.lightning.force.com/lightning/r/Contact/0035e00000AbCdEAAV/related/Opportunities/view',
    null,
  ],
  [
    'salesforce',
    'https://acme.lightning.force.com/lightning/o/Lead/list?filterName=AllOpenLeads',
    'lead',
  ],
  [
    'salesforce',
    'https://acme.lightning.force.com/one/one.app#/sObject/00Q5e00001abcdeEAA/view',
    ['lead', '00Q5e00001abcdeEAA'],
  ],
  // The 15 characters of Classic and the 18 of Lightning are one id of one organisation.
  [
    'salesforce',
    'https://acme.my.salesforce.com/00Q5e00001abcde',
    ['lead', '00Q5e00001abcdeEAA', 'acme.lightning.force.com'],
  ],
  ['salesforce', 'https://acme.my.salesforce.com/00Q', 'lead'],
  // A tab of a console: the path is in front, `ws` what it belongs to.
  [
    'salesforce',
    'https://acme.lightning.force.com/lightning/r/Contact/0035e00000AbCdEAAV/view?ws=%2Flightning%2Fr%2FAccount%2F0015e00000AbCdEAAV%2Fview',
    ['contact', '0035e00000AbCdEAAV'],
  ],
  [
    'salesforce',
    'https://acme.my.salesforce.mil/0065e00000AbCdE',
    ['deal', '0065e00000AbCdEAAV', 'acme.lightning.force.mil'],
  ],
  ['salesforce', 'https://acme.my.salesforce.com/003?fcf=00B5e00000AbCdE', 'contact'],
  [
    'salesforce',
    'https://acme.lightning.force.com/lightning/r/Lead/<script>alert(1)</script>/view',
    null,
  ],
  ['salesforce', 'https://acme.lightning.force.com/lightning/setup/SetupOneHome/home', null],
  [
    'hubspot',
    'https://app-eu1.hubspot.com/contacts/1234567/record/0-1/100200300401',
    ['contact', '100200300401', '1234567'],
  ],
  ['hubspot', 'https://app-na2.hubspot.com/contacts/1/record/0-136/789/view/1', ['lead', '789']],
  ['hubspot', 'https://app.hubspot.com/contacts/123/contact/456/', ['contact', '456']],
  ['hubspot', 'https://app.hubspot.com/contacts/123/objects/0-1/views/all/list', 'contact'],
  ['hubspot', 'https://app.hubspot.com/contacts/123/record/0-1/45x6', null],
  ['hubspot', 'https://app-ap1.hubspot.com/contacts/123/record/0-5/456', null],
  ['hubspot', 'https://app.hubspot.com/contacts/123/deal/456', ['deal', '456']],
  ['pipedrive', 'https://acme.pipedrive.com/person/4242', ['contact', '4242']],
  ['pipedrive', `https://acme.pipedrive.com/leads/inbox/${UUID}`, ['lead', UUID]],
  ['pipedrive', 'https://acme.pipedrive.com/leads/inbox', 'lead'],
  ['pipedrive', 'https://acme.pipedrive.com/persons/list/user/everyone', 'contact'],
  ['pipedrive', 'https://acme.pipedrive.com/leads/inbox/4242', null],
  ['pipedrive', `https://acme.pipedrive.com/person/${UUID}`, null],
  ['pipedrive', 'https://www.pipedrive.com/en/products', null],
  [
    'dynamics',
    `https://acme.crm4.dynamics.com/main.aspx?appid=${UUID}&pagetype=entityrecord&etn=lead&id=${GUID}`,
    ['lead', GUID],
  ],
  [
    'dynamics',
    `https://acme.crm.dynamics.com/main.aspx?etn=contact&pagetype=entityrecord&id=%7B${GUID.toUpperCase()}%7D`,
    ['contact', GUID],
  ],
  [
    'dynamics',
    `https://acme.crm4.dynamics.com/main.aspx?appid=${UUID}&pagetype=entitylist&etn=lead&viewid=${GUID}`,
    'lead',
  ],
  [
    'dynamics',
    `https://crm.intranet.example/Acme/main.aspx?id=${GUID}&etn=opportunity&PAGETYPE=entityrecord`,
    ['deal', GUID, 'crm.intranet.example/acme'],
  ],
  ['dynamics', `https://acme.crm4.dynamics.com/main.aspx?pagetype=dashboard&id=${GUID}`, null],
  [
    'dynamics',
    `https://acme.crm4.dynamics.com/main.aspx?appid=${UUID}&pagetype=entityrecord&etn=lead`,
    null,
  ],
  [
    'zoho',
    `https://crm.zoho.eu/crm/org20012345/tab/Leads/${ZOHO_ID}`,
    ['lead', ZOHO_ID, 'org20012345'],
  ],
  [
    'zoho',
    `https://crm.zohocloud.ca/crm/org110001112223/tab/Potentials/${ZOHO_ID}`,
    ['deal', ZOHO_ID],
  ],
  ['zoho', `https://crm.zoho.com/crm/org1/tab/Leads/${ZOHO_ID}/convert`, null],
  ['zoho', `https://crm.zoho.jp/crm/tab/Contacts/${ZOHO_ID}`, ['contact', ZOHO_ID, 'crm.zoho.jp']],
  ['zoho', `https://crm.zoho.com/crm/org1/tab/CustomModule6/${ZOHO_ID}`, null],
  ['zoho', 'https://crm.zoho.com/crm/org1/tab/Leads/custom-view/3652397000000200002/list', 'lead'],
  [
    'zendesk-sell',
    'https://acme.zendesk.com/sales/deals/160000001?zat=true',
    ['deal', '160000001'],
  ],
  ['zendesk-sell', 'https://acme.zendesk.com/agent/tickets/5', null],
  ['zendesk-sell', 'https://acme.zendesk.com/sales/app/leads/7', ['lead', '7']],
  ['zendesk-sell', 'https://acme.zendesk.com/sales/leads/list/1', 'lead'],
  ['zendesk-sell', 'https://acme.zendesk.com/sales/dashboards/main', null],
  [
    'freshsales',
    'https://acme.myfreshworks.com/crm/sales/contacts/402000000001',
    ['contact', '402000000001'],
  ],
  ['freshsales', 'https://acme.myfreshworks.com/crm/sales/contacts/view/123', 'contact'],
  ['freshsales', 'https://acme.freshsales.io/leads/402000000003', ['lead', '402000000003']],
  ['freshsales', 'https://acme.myfreshworks.com/crm/sales/web_forms/12', null],
  ['close', 'https://app.close.com/lead/lead_abc123XYZ/', ['lead', 'lead_abc123XYZ']],
  ['close', 'https://app.close.com/contacts/', 'lead'],
  ['close', 'https://app.close.com/lead/new/', null],
  [
    'copper',
    'https://app.copper.com/companies/600001/app#/browse/list/people/default?fullProfile=people-184000001',
    ['contact', '184000001', '600001'],
  ],
  [
    'copper',
    'https://app.copper.com/companies/600001/app#/contact/184000001',
    ['contact', '184000001'],
  ],
  ['copper', 'https://app.copper.com/companies/600001/app#/browse/list/people/default', 'contact'],
  ['copper', 'https://app.copper.com/companies/600001/app#/deal/9', ['deal', '9', '600001']],
  ['copper', 'https://app.copper.com/companies/600001/app#/feed', null],
  [
    'attio',
    'https://app.attio.com/acme/person/0a1b2c3d-1111-2222-3333-444455556666/overview',
    ['contact', '0a1b2c3d-1111-2222-3333-444455556666', 'acme'],
  ],
  ['monday', 'https://acme.monday.com/boards/9000000001/pulses/123', ['record', '9000000001/123']],
  ['monday', 'https://acme.monday.com/boards/7/views/5/pulses/123', ['record', '7/123']],
  ['monday', 'https://acme.monday.com/boards/9000000001', 'record'],
  ['attio', `https://app.attio.com/w/acme/company/${UUID}`, ['account', UUID, 'acme']],
  ['attio', 'https://app.attio.com/acme/people/view/1', 'contact'],
  ['odoo', 'https://acme.odoo.com/odoo/crm/12', ['lead', '12']],
  ['odoo', 'https://acme.odoo.com/odoo/crm/12/action-5/77', ['record', '77']],
  ['odoo', 'https://acme.odoo.com/odoo/crm/new', null],
  ['odoo', 'https://acme.odoo.com/web#id=12&model=crm.lead&view_type=form', ['lead', '12']],
  [
    'odoo',
    'https://acme.odoo.com/web#cids=1&model=res.partner&view_type=form&id=9',
    ['contact', '9'],
  ],
  ['odoo', 'https://acme.odoo.com/web#model=crm.lead&view_type=list', 'lead'],
  ['odoo', 'https://acme.odoo.com/odoo/crm', 'lead'],
  ['odoo', 'https://odoo.example/odoo/crm/12/res.partner/9?debug=1', ['contact', '9']],
  ['odoo', 'https://odoo.example/scoped_app/contacts/9', ['contact', '9']],
  ['odoo', 'https://acme.odoo.com/odoo/inventory/12', null],
  ['suitecrm8', `https://suite.example/#/leads/record/${SUITE}?offset=1`, ['lead', SUITE]],
  ['suitecrm8', 'https://suite.example/#/leads/index', 'lead'],
  ['suitecrm7', 'https://suite.example/index.php?module=Leads&action=index', 'lead'],
  [
    'suitecrm7',
    `https://suite.example/index.php?module=Leads&action=EditView&record=${SUITE}`,
    null,
  ],
  [
    'suitecrm8',
    `https://intranet.example/suite/public/#/leads/record/${SUITE}`,
    ['lead', SUITE, 'intranet.example/suite/public'],
  ],
  [
    'suitecrm7',
    `https://suite.example/index.php?module=Leads&action=DetailView&record=${SUITE}`,
    ['lead', SUITE],
  ],
  [
    'suitecrm7',
    `https://suite.example/index.php?action=ajaxui#ajaxUILoc=index.php%3Fmodule%3DLeads%26action%3DDetailView%26record%3D${SUITE}`,
    ['lead', SUITE],
  ],
  [
    'espocrm',
    'https://espo.example/#Lead/view/64d2f0c3a1b2c3d4e',
    ['lead', '64d2f0c3a1b2c3d4e', 'espo.example'],
  ],
  [
    'espocrm',
    'https://intranet.example/espo/#Lead/view/64d2f0c3a1b2c3d4e',
    ['lead', '64d2f0c3a1b2c3d4e', 'intranet.example/espo'],
  ],
  ['espocrm', 'https://espo.example/#Lead', 'lead'],
  ['espocrm', 'https://espo.example/#Contact/list/primaryFilter=portalUsers', 'contact'],
  ['espocrm', 'https://espo.example/#Lead/create', null],
  [
    'twenty',
    'https://acme.twenty.com/object/person/20202020-1c25-4d02-bf25-6aeccf7ea419',
    ['contact', '20202020-1c25-4d02-bf25-6aeccf7ea419'],
  ],
  ['twenty', 'https://acme.twenty.com/objects/people', 'contact'],
  ['twenty', 'https://acme.twenty.com/objects/notes', null],
  ['twenty', 'https://acme.twenty.com/object/person/new', null],
  [
    'frappe',
    'https://frappe.example/crm/leads/CRM-LEAD-2026-00001#emails',
    ['lead', 'CRM-LEAD-2026-00001'],
  ],
  ['frappe', 'https://frappe.example/crm/leads/view/list', 'lead'],
  ['frappe', 'https://frappe.example/crm/leads/view', 'lead'],
  ['frappe', 'https://frappe.example/crm/leads/view/kanban/x', 'lead'],
  [
    'frappe',
    'https://frappe.example/crm/organizations/M%C3%BCller%20%26%20Co',
    ['account', 'M%C3%BCller%20%26%20Co'],
  ],
  ['krayin', 'https://krayin.example/admin/leads/view/5', ['lead', '5']],
  ['krayin', 'https://krayin.example/admin/contacts/persons/view/7', ['contact', '7']],
  ['krayin', 'https://krayin.example/crm/contacts/organizations/edit/3', ['account', '3']],
  ['krayin', 'https://krayin.example/admin/contacts/persons/edit/7', null],
  ['krayin', 'https://krayin.example/admin/leads?view_type=table', 'lead'],
  [
    'vtiger',
    'https://vtiger.example/index.php?module=Leads&view=Detail&record=31&app=MARKETING',
    ['lead', '31'],
  ],
  ['vtiger', 'https://vtiger.example/index.php?module=Leads&view=List', 'lead'],
  ['vtiger', 'https://vtiger.example/index.php?module=Leads&view=Edit&record=31', null],
  ['vtiger', 'https://acme.vtiger.com/view/list?module=Contacts', 'contact'],
  ['dolibarr', 'https://dolibarr.example/contact/card.php?id=9', ['contact', '9']],
  ['dolibarr', 'https://dolibarr.example/societe/card.php?socid=12', ['account', '12']],
  ['dolibarr', 'https://dolibarr.example/contact/list.php?type=p', 'contact'],
  ['dolibarr', 'https://dolibarr.example/contact/card.php?action=create', null],
  [
    'dolibarr',
    'https://intranet.example/dolibarr/contact/card.php?id=9',
    ['contact', '9', 'intranet.example/dolibarr'],
  ],
  ['atomic', 'http://localhost:4861/#/contacts/2/show', ['contact', '2', 'localhost:4861']],
  ['atomic', 'http://localhost:4861/#/companies/25/show', ['account', '25']],
  ['atomic', 'http://localhost:4861/#/contacts/2', null],
  ['atomic', 'http://localhost:4861/#/contacts/2"><img src=x>/show', null],
  ['atomic', 'http://localhost:4861/#/contacts', 'contact'],
  ['corteza', 'https://corteza.example/compose/ns/crm/pages/1234/record/5678', ['record', '5678']],
  [
    'corteza',
    'https://corteza.example/ns/crm/pages/1?recordID=5678&recordPageID=2',
    ['record', '5678'],
  ],
  ['corteza', 'https://corteza.example/compose/ns/crm/pages/1234/record', null],
  ['erxes', 'https://erxes.example/contacts/customers?contactId=abc', ['contact', 'abc']],
  ['erxes', 'https://erxes.example/contacts/companies?companyId=abc', ['account', 'abc']],
  ['erxes', 'https://erxes.example/contacts/leads', 'lead'],
  [
    'tryton',
    'https://tryton.example/#crm/model/party.party/11;name=%22Parties%22',
    ['contact', '11'],
  ],
  ['insightly', 'https://crm.na1.insightly.com/details/contact/4242', ['contact', '4242']],
  [
    'insightly',
    'https://crm.na1.insightly.com/list/Contact/?blade=/details/Contact/4242',
    ['contact', '4242'],
  ],
  ['capsule', 'https://acme.capsulecrm.com/party/4242', ['contact', '4242']],
  ['capsule', 'https://acme.capsulecrm.com/opportunity/5678', ['deal', '5678']],
  ['capsule', 'https://acme.capsulecrm.com/party/organisation/new', null],
  ['insightly', 'https://crm.na1.insightly.com/list/Lead/', 'lead'],
  ['insightly', 'https://crm.na1.insightly.com/details/project/5', null],
  ['bitrix24', 'https://acme.bitrix24.com/crm/lead/details/42/', ['lead', '42']],
  ['bitrix24', 'https://acme.bitrix24.com.br/crm/company/details/7/?IFRAME=Y', ['account', '7']],
  ['bitrix24', 'https://acme.bitrix24.de/crm/contact/list/', 'contact'],
  // A new record, not saved yet.
  ['bitrix24', 'https://acme.bitrix24.com/crm/lead/details/0/', null],
];

const addresses = new Map(RECIPES.map((recipe) => [recipe.id, addressesBy(recipe)]));

describe('an address', () => {
  it.each(URLS)('of %s: %s', (crm, url, expected) => {
    const found = addresses.get(crm)?.detect(new URL(url)) ?? null;
    if (expected === null) expect(found).toBeNull();
    else if (typeof expected === 'string')
      expect(found).toMatchObject({ is: 'list', kind: expected });
    else {
      const [kind, id, org] = expected;
      expect(found).toMatchObject({
        is: 'record',
        record: { crm, kind, id, ...(org ? { org } : {}) },
      });
      expect(crmRecord.safeParse(found?.is === 'record' ? found.record : null).success).toBe(true);
    }
  });

  it.each(URLS)('of %s is none of another vendor’s cloud: %s', (crm, url) => {
    const { origin } = new URL(url);
    for (const recipe of RECIPES.filter(({ id }) => id !== crm)) {
      if (!recipe.hosts.some((pattern) => covers(pattern, origin))) continue;
      expect(addresses.get(recipe.id)?.detect(new URL(url)) ?? null, recipe.id).toBeNull();
    }
  });

  it.each(RECIPES)('written under $id is understood by it', ({ id }) => {
    const own = URLS.filter(([crm, , expected]) => crm === id && expected !== null);
    expect(own.length).toBeGreaterThan(0);
  });

  it('that is absurdly long is not even looked at', () => {
    const url = new URL(`http://localhost/#/contacts/2/show/${'x'.repeat(10_000)}`);
    expect(addresses.get('atomic')?.detect(url)).toBeNull();
  });
});
