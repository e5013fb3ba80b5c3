/**
 * lib/sites: where Truce works, and by which recipe.
 *
 * In: what the person switched on and what the browser permits. Out: the scout registered on exactly those sites, each with its
 * CRM's recipe. Vendors' clouds are switched on as a whole, self-hosted CRMs by their origin.
 */
import * as z from 'zod/mini';
import { type CrmId, crmId } from '../contract/record.ts';
import { covers } from '../crm/hosts.ts';
import { browser } from '../platform/browser.ts';
import { managedNow } from '../platform/managed.ts';
import { readRecipes } from './recipes.ts';

const site = z.object({ origin: z.string(), crm: crmId });
export type Site = z.infer<typeof site>;

/** @returns the sites: the organisation's, then the person's in the order they were added, if they may have any */
export async function readSites(): Promise<Site[]> {
  const { sites = [], ownSites } = await managedNow();
  if (ownSites === 'off') return sites;
  const set = new Set(sites.map(({ origin }) => origin));
  return [...sites, ...(await addedSites()).filter(({ origin }) => !set.has(origin))];
}

/** @returns the vendors' clouds that are switched on, by the organisation or the person */
export async function readClouds(): Promise<CrmId[]> {
  const { clouds = [], ownSites } = await managedNow();
  return ownSites === 'off' ? clouds : [...new Set([...clouds, ...(await chosenClouds())])];
}

/** What the person added; entries from another version that make no sense are left out. */
async function addedSites(): Promise<Site[]> {
  const { sites } = await browser.storage.local.get('sites');
  return keepWhole(sites, site);
}

async function chosenClouds(): Promise<CrmId[]> {
  const { clouds } = await browser.storage.local.get('clouds');
  return keepWhole(clouds, crmId);
}

function keepWhole<S extends z.ZodMiniType>(kept: unknown, schema: S): z.infer<S>[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((entry) => {
    const parsed = schema.safeParse(entry);
    return parsed.success ? [parsed.data] : [];
  });
}

/** @returns the CRM that Truce was told lives at this origin: its own entry first, then a cloud that covers it */
export async function crmAt(origin: string): Promise<CrmId | null> {
  const own = (await readSites()).find((entry) => entry.origin === origin);
  if (own) return own.crm;
  const clouds = new Set(await readClouds());
  const recipes = (await readRecipes()).filter(({ id }) => clouds.has(id));
  return recipes.find(({ hosts }) => hosts.some((host) => covers(host, origin)))?.id ?? null;
}

/** Adds a site or changes its CRM. */
export async function addSite(added: Site): Promise<void> {
  const others = (await addedSites()).filter((entry) => entry.origin !== added.origin);
  await browser.storage.local.set({ sites: [...others, added] });
}

/** Takes a site off the list. The permission goes too, unless something else needs it. */
export async function removeSite(origin: string): Promise<void> {
  const others = (await addedSites()).filter((entry) => entry.origin !== origin);
  await browser.storage.local.set({ sites: others });
  await dropPermissions([patternOf(origin)]);
}

/** Takes all sites of a CRM off the list; for a taught CRM that is forgotten. */
export async function removeSitesOf(crm: CrmId): Promise<void> {
  const { gone, kept } = Object.groupBy(await addedSites(), (entry) =>
    entry.crm === crm ? 'gone' : 'kept',
  );
  await browser.storage.local.set({ sites: kept ?? [] });
  await dropPermissions((gone ?? []).map(({ origin }) => patternOf(origin)));
}

/** Switches a vendor's cloud on or off. Off takes the permission with it. */
export async function switchCloud(crm: CrmId, on: boolean): Promise<void> {
  const others = (await chosenClouds()).filter((entry) => entry !== crm);
  await browser.storage.local.set({ clouds: on ? [...others, crm] : others });
  if (!on) await dropPermissions(await cloudPatterns(crm));
}

/** @returns the match patterns of a vendor's cloud; none for a CRM that is only self-hosted */
export async function cloudPatterns(crm: CrmId): Promise<string[]> {
  return (await readRecipes()).find(({ id }) => id === crm)?.hosts ?? [];
}

/** Gives back what nothing that is switched on needs any more, where the browser lets it. */
async function dropPermissions(patterns: string[]): Promise<void> {
  const needed = new Set(await wantedPatterns());
  for (const pattern of patterns.filter((each) => !needed.has(each))) {
    await browser.permissions.remove({ origins: [pattern] }).catch(() => false);
  }
}

async function wantedPatterns(counts: (crm: CrmId) => boolean = () => true): Promise<string[]> {
  const sites = (await readSites()).filter(({ crm }) => counts(crm));
  const clouds = await Promise.all((await readClouds()).map(cloudPatterns));
  return [...new Set([...sites.map(({ origin }) => patternOf(origin)), ...clouds.flat()])];
}

/** Match patterns cannot name a port in Firefox, so a site's pattern is its host; the scout checks the origin. */
export function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** @returns whether the browser lets Truce act on all of these */
export function isGranted(patterns: string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: patterns });
}

/** Asks for the permission. Must be called in a click before anything is awaited, or browsers refuse to ask. */
export function askPermission(patterns: string[]): Promise<boolean> {
  return browser.permissions.request({ origins: patterns });
}

/** @returns the patterns that are switched on, have a recipe, and are permitted */
export async function grantedPatterns(): Promise<string[]> {
  // A recipe that is no longer shared may be again, so its sites stay listed and permitted. They rest meanwhile.
  const known = new Set((await readRecipes()).map(({ id }) => id));
  const patterns = await wantedPatterns((crm) => known.has(crm));
  const granted = await Promise.all(patterns.map((pattern) => isGranted([pattern])));
  return patterns.filter((_, place) => granted[place]);
}
