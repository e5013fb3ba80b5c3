/** CRMs, their sites and what is missed on their pages, as the options page shows them. */
import type { ComplaintView, CrmView, SiteView } from '../../components/options/crm-props.ts';
import { managedNow } from '../../lib/platform/managed.ts';
import { complaintsOf } from '../../lib/sites/health.ts';
import { readHealth } from '../../lib/sites/health-store.ts';
import { type KnownRecipe, readRecipes } from '../../lib/sites/recipes.ts';
import { isGranted, patternOf, readClouds, readSites, type Site } from '../../lib/sites/sites.ts';

export interface CrmsNow {
  recipes: KnownRecipe[];
  crms: CrmView[];
  sites: SiteView[];
  complaints: ComplaintView[];
  sitesClosed: boolean;
  teachClosed: boolean;
}

/** Before anything was read. */
export const NO_CRMS: CrmsNow = {
  recipes: [],
  crms: [],
  sites: [],
  complaints: [],
  sitesClosed: false,
  teachClosed: false,
};

/** @returns all of it as it is on the disk and in the browser's permissions now */
export async function readCrms(): Promise<CrmsNow> {
  const [set, recipes, sites, clouds, health] = await Promise.all([
    managedNow(),
    readRecipes(),
    readSites(),
    readClouds(),
    readHealth(),
  ]);
  const [crms, siteViews] = await Promise.all([
    Promise.all(recipes.map((recipe) => crmView(recipe, sites, clouds.includes(recipe.id)))),
    Promise.all(sites.map((site) => siteView(site, recipes))),
  ]);
  // What was switched off is nobody's concern any more.
  const used = new Set([...clouds, ...sites.map(({ crm }) => crm)]);
  const complaints = complaintsOf(health).filter(({ crm }) => used.has(crm));
  const sitesClosed = set.ownSites === 'off';
  const fixed = new Set(set.sites?.map(({ origin }) => origin));
  const known = crms.map((crm) => ({ ...crm, fixed: set.clouds?.includes(crm.id) ?? false }));
  return {
    recipes,
    crms: sitesClosed ? known.filter(({ id }) => used.has(id)) : known,
    sites: siteViews.map((site) => ({ ...site, fixed: fixed.has(site.origin) })),
    complaints,
    sitesClosed,
    teachClosed: set.teach === 'off',
  };
}

async function crmView(recipe: KnownRecipe, sites: Site[], on: boolean): Promise<CrmView> {
  const { id, name, from, hosts, sureness, checkedOn } = recipe;
  return {
    id,
    name,
    from,
    hosts: hosts.map((pattern) => pattern.replace(/^https?:\/\//, '').replace(/\/\*$/, '')),
    cloud: hosts.length === 0 ? 'none' : !on ? 'off' : (await isGranted(hosts)) ? 'on' : 'missing',
    sites: sites.filter(({ crm }) => crm === id).map(({ origin }) => origin),
    sureness,
    checkedOn,
    shared: null,
  };
}

async function siteView({ origin, crm }: Site, recipes: KnownRecipe[]): Promise<SiteView> {
  return {
    origin,
    crmName: recipes.find(({ id }) => id === crm)?.name ?? crm,
    permission: (await isGranted([patternOf(origin)])) ? 'granted' : 'missing',
    fixed: false,
  };
}
