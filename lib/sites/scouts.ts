/** The scout on the sites that are switched on: registered, given their recipes, started in tabs already open. */
import { covers } from '../crm/hosts.ts';
import { outlinesOf } from '../crm/outlines.ts';
import type { Watched } from '../page/extension.ts';
import { makesRoom, TAKING_OVER } from '../page/taking-over.ts';
import { browser } from '../platform/browser.ts';
import { managedNow } from '../platform/managed.ts';
import { isPaused } from '../platform/pause.ts';
import { pageWords } from '../words/page.ts';
import { type KnownRecipe, readRecipes } from './recipes.ts';
import { grantedPatterns, readClouds, readSites } from './sites.ts';

const SCOUT = 'scout';
/** Id of the script that runs while somebody teaches; see teaching.ts. */
export const TEACHER = 'teacher';
const FILES = ['scout.js'];

/** Makes the registered scout follow the list and the permissions; called at every start and every change. */
export function registerScouts(): Promise<void> {
  // Permission events and the options page ask for this at the same time; two at once would register twice.
  return navigator.locks.request('truce-scouts', registerNow);
}

async function registerNow(): Promise<void> {
  const recipes = await readRecipes();
  // Before the registration, so that no scout starts without finding what it is to do.
  await layOut(recipes);
  const matches = await grantedPatterns();
  await unregister(SCOUT);
  if (matches.length === 0 || (await isPaused())) return;
  await browser.scripting.registerContentScripts([
    {
      id: SCOUT,
      js: FILES,
      matches,
      runAt: 'document_start',
      allFrames: false,
      persistAcrossSessions: true,
    },
  ]);
}

/** Writes for the scout which CRM is where, and the recipe of each; it can only read storage, quickly, and not parse. */
async function layOut(recipes: readonly KnownRecipe[]): Promise<void> {
  const byId = new Map(recipes.map((recipe) => [recipe.id, recipe]));
  const sites = (await readSites()).filter(({ crm }) => byId.has(crm));
  const clouds = (await readClouds()).flatMap((id) => byId.get(id) ?? []);
  const used = [...sites.flatMap(({ crm }) => byId.get(crm) ?? []), ...clouds];
  const { lists, home } = await managedNow();
  const watched: Watched = {
    sites: Object.fromEntries(sites.map(({ origin, crm }) => [origin, crm])),
    clouds: clouds.flatMap(({ id, hosts }) => hosts.map((host) => ({ host, crm: id }))),
    words: pageWords(navigator.language),
    crms: Object.fromEntries(
      used.map((recipe) => [recipe.id, { recipe, outlines: outlinesOf(recipe) }]),
    ),
    lists,
    home,
  };
  await browser.storage.local.set({ watched });
}

/** Takes a script off all sites, if it is on any; another of ours stays. */
export async function unregister(id: string): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts();
  // Earlier versions had a script per CRM; whatever is not the teacher's makes room for the scout.
  const ids = registered
    .map((script) => script.id)
    .filter((each) => each === id || (id === SCOUT && each !== TEACHER));
  if (ids.length > 0) await browser.scripting.unregisterContentScripts({ ids });
}

/** Starts the scout in tabs of these patterns that are open already, so that nobody has to reload. */
export async function startInOpenTabs(patterns: readonly string[]): Promise<void> {
  const granted = (await grantedPatterns()).filter((pattern) =>
    patterns.some((asked) => asked === pattern || coversPattern(pattern, asked)),
  );
  await inTabsAt(granted, async (target) => {
    await browser.scripting.executeScript({ target, files: FILES });
  });
}

/**
 * After an update: pages that are open still have what the version before put there, which nobody answers any more. The new
 * scout takes its place, so that nobody has to reload. Where something is typed in a sidebar, that stays and says it wants a reload.
 */
export async function takeOverOpenTabs(): Promise<void> {
  await inTabsAt(await grantedPatterns(), async (target) => {
    const [asked] = await browser.scripting.executeScript({
      target,
      func: makesRoom,
      args: [...TAKING_OVER],
    });
    if (asked?.result === true) await browser.scripting.executeScript({ target, files: FILES });
  });
}

async function inTabsAt(
  patterns: string[],
  act: (target: { tabId: number }) => Promise<void>,
): Promise<void> {
  if (patterns.length === 0 || (await isPaused())) return;
  const tabs = await browser.tabs.query({ url: patterns });
  // A tab may go meanwhile, or let nobody in.
  const done = tabs.map(async ({ id }) => id !== undefined && act({ tabId: id }));
  await Promise.allSettled(done);
}

/** The pause began or ended: scouts on open pages take themselves off, or come back without a reload. */
export async function pauseChanged(): Promise<void> {
  await registerScouts();
  await startInOpenTabs(await grantedPatterns());
}

/** Puts what records or lists need beside the scout of this tab. A tab that has gone meanwhile needs none. */
export async function bring(tabId: number, file: 'reader.js' | 'lister.js'): Promise<void> {
  await browser.scripting
    .executeScript({
      target: { tabId, frameIds: [0] },
      files: [file],
      injectImmediately: true,
    })
    .catch(() => undefined);
}

/** A cloud's pattern is asked for by the pattern of one of its hosts. */
function coversPattern(pattern: string, asked: string): boolean {
  return !asked.includes('*.') && covers(pattern, asked.slice(0, -'/*'.length));
}
