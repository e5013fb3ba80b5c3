/** The CRM sites the person switched on: their list, the browser's permission, and the scout registered on them. */
import * as z from 'zod/mini';
import { type CrmId, crmId } from '../contract/record.ts';
import { browser } from './browser.ts';

const site = z.object({ origin: z.string(), crm: crmId });
export type Site = z.infer<typeof site>;

/** Each CRM's scout is a script of its own. */
const fileOf = (crm: CrmId) => `crm-${crm}.js`;

/** @returns the sites, in the order they were added; entries from another version that make no sense are left out */
export async function readSites(): Promise<Site[]> {
  const { sites } = await browser.storage.local.get('sites');
  if (!Array.isArray(sites)) return [];
  return sites.flatMap((entry) => {
    const parsed = site.safeParse(entry);
    return parsed.success ? [parsed.data] : [];
  });
}

/** Adds a site or changes its CRM. */
export async function addSite(added: Site): Promise<void> {
  const others = (await readSites()).filter((entry) => entry.origin !== added.origin);
  await browser.storage.local.set({ sites: [...others, added] });
}

/** Takes a site off the list. The permission goes too, where the browser lets it. */
export async function removeSite(origin: string): Promise<void> {
  const others = (await readSites()).filter((entry) => entry.origin !== origin);
  await browser.storage.local.set({ sites: others });
  // The pattern names no port, so another site on the same host may still need it.
  const needed = others.some((entry) => patternOf(entry.origin) === patternOf(origin));
  if (!needed)
    await browser.permissions.remove({ origins: [patternOf(origin)] }).catch(() => false);
}

/** Match patterns cannot name a port in Firefox, so a site's pattern is its host; the scout checks the origin. */
export function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** @returns whether the browser lets Truce act on this origin */
export function isGranted(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [patternOf(origin)] });
}

/** Asks for the permission. Must be called in a click before anything is awaited, or browsers refuse to ask. */
export function askPermission(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(origin)] });
}

/** Makes the registered scouts follow the list and the permissions; called at every start and every change. */
export function registerScouts(): Promise<void> {
  // Permission events and the options page ask for this at the same time; two at once would register twice.
  return navigator.locks.request('truce-scouts', registerNow);
}

async function registerNow(): Promise<void> {
  const patterns = new Map<CrmId, Set<string>>();
  for (const { origin, crm } of await readSites()) {
    if (!(await isGranted(origin))) continue;
    patterns.set(crm, (patterns.get(crm) ?? new Set()).add(patternOf(origin)));
  }
  await browser.scripting.unregisterContentScripts();
  await browser.scripting.registerContentScripts(
    [...patterns].map(([crm, matches]) => ({
      id: `crm-${crm}`,
      js: [fileOf(crm)],
      matches: [...matches],
      runAt: 'document_end',
      allFrames: false,
      persistAcrossSessions: true,
    })),
  );
}

/** Starts the scout in tabs of this site that are open already, so that nobody has to reload. */
export async function startInOpenTabs(origin: string): Promise<void> {
  const site = (await readSites()).find((entry) => entry.origin === origin);
  if (!site) return;
  const tabs = await browser.tabs.query({ url: patternOf(origin) });
  const files = [fileOf(site.crm)];
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      await browser.scripting
        .executeScript({ target: { tabId: id }, files })
        .catch(() => undefined);
    }),
  );
}
