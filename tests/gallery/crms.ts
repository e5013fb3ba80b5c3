/** CRMs as the options page and the popup show them. Names and hosts are those of the built-in recipes; the rest is made up. */
import type { CrmProps, CrmView, SiteView } from '../../components/options/crm-props.ts';
import type { CrmChoice } from '../../components/ui/views.ts';
import { done } from '../../lib/contract/problem.ts';
import type { Recipe } from '../../lib/contract/recipe.ts';
import type { CrmId } from '../../lib/contract/record.ts';
import { RECIPES } from '../../lib/crm/registry.ts';
import { before, DAY } from './moment.ts';
import { noted, saved } from './stub.ts';

export const SITES: SiteView[] = [
  {
    origin: 'http://localhost:4861',
    crmName: 'Atomic CRM',
    permission: 'granted',
    fixed: false,
  },
  {
    origin: 'https://acme.lightning.force.com',
    crmName: 'Salesforce',
    permission: 'missing',
    fixed: false,
  },
];

const USED: Record<CrmId, string[]> = {
  atomic: ['http://localhost:4861'],
  salesforce: ['https://acme.lightning.force.com'],
};

/** As the popup offers them. */
export const CRMS: CrmChoice[] = RECIPES.map(({ id, name }) => ({ id, name, from: 'built-in' }));

/** @returns the built-in CRMs, with these clouds switched on and these without their permission */
export function builtIn(on: CrmId[], missing: CrmId[] = [], used = USED): CrmView[] {
  return RECIPES.map(({ id, name, hosts, sureness, checkedOn }) => ({
    id,
    name,
    from: 'built-in',
    hosts: hosts.map((pattern) => pattern.replace(/^https:\/\/|\/\*$/g, '')),
    cloud: hosts.length === 0 ? 'none' : cloudOf(id, on, missing),
    sites: used[id] ?? [],
    sureness,
    checkedOn,
    shared: null,
  }));
}

function cloudOf(id: CrmId, on: CrmId[], missing: CrmId[]): CrmView['cloud'] {
  if (missing.includes(id)) return 'missing';
  return on.includes(id) ? 'on' : 'off';
}

const taught = (over: Partial<CrmView>): CrmView => ({
  id: 'acme',
  name: 'Acme CRM',
  from: 'own',
  hosts: [],
  cloud: 'none',
  sites: [],
  sureness: 'taught',
  checkedOn: '2026-11-17',
  shared: null,
  ...over,
});

export const TAUGHT: CrmView[] = [
  taught({ sites: ['https://crm.acme.example', 'http://crm.intranet.acme.example:8080'] }),
  taught({ id: 'harbour', name: 'Harbour', shared: { by: 'Ines Moreau', at: before(2 * DAY) } }),
  taught({
    id: 'quayside',
    name: 'Quayside',
    from: 'team',
    sites: ['https://quayside.example.com'],
    shared: { by: 'Ruth Okafor', at: before(40 * DAY) },
  }),
  taught({ id: 'old-books', name: 'Old books', from: 'team' }),
];

/** Names nobody expected, and right to left. */
export const LONG: CrmView[] = [
  taught({
    id: 'long',
    name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    sites: [`https://${'very-long-host-name-'.repeat(5)}.example.com:44380`],
    shared: { by: 'Zoë 🦄 <b>Blohm</b>'.repeat(4), at: before(2 * DAY) },
  }),
  taught({ id: 'rtl', name: 'نظام إدارة علاقات العملاء', from: 'team' }),
  taught({ id: 'markup', name: '<img src=x onerror=alert(1)>' }),
];

/** What stands in the file that the gallery takes in. */
export const RECIPE: Recipe = {
  id: 'harbour',
  name: 'Harbour',
  sureness: 'taught',
  checkedOn: '2026-11-23',
  hosts: [],
  ids: 'digits',
  records: { contact: ['/crm/people/{id}/**'], lead: ['/crm/leads/{id}/**'] },
  lists: {},
  page: { facts: { name: ['h1'], email: ['a'], company: ['.company'] }, onlyPlaces: true },
};

/** @returns all that the CRM part of the page is given, with callbacks that only note */
export function crmProps({
  on = ['hubspot', 'pipedrive'],
  missing = [] as CrmId[],
  sites = SITES,
  more = [] as CrmView[],
  complaints = [] as CrmProps['complaints'],
} = {}): CrmProps {
  return {
    crms: [...builtIn(on, missing, sites.length > 0 ? USED : {}), ...more],
    sites,
    complaints,
    guessCrm: (typed) => (typed.includes('odoo') ? 'odoo' : null),
    onSwitchCloud: (id, isOn) => saved('onSwitchCloud')({ id, on: isOn }),
    onAddSite: saved('onAddSite'),
    onRemoveSite: saved('onRemoveSite'),
    onGrantSite: saved('onGrantSite'),
    onCountAnew: saved('onCountAnew'),
    onSaveRecipe: noted('onSaveRecipe'),
    onForgetRecipe: saved('onForgetRecipe'),
    onShareRecipe: saved('onShareRecipe'),
    onUnshareRecipe: saved('onUnshareRecipe'),
    onOpenRecipe: async () => done(RECIPE),
    onAddRecipe: saved('onAddRecipe'),
  };
}
