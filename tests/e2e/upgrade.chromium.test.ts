import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atomic } from '../../lib/crm/recipes/atomic.ts';
import { packageOf } from '../../scripts/packages.ts';
import { filesOf } from '../../scripts/zip-file.ts';
import { isLong } from '../length.ts';
import { press, untilText } from './support/chromium.ts';
import { firstBuild, hasFirstBuild } from './support/first-build.ts';
import { type Installed, installInChromium, unpack } from './support/installed.ts';
import { addSiteOn, connectOn } from './support/options.ts';
import { nameOf, openScene, type Person, type Scene } from './support/scene.ts';
import { type StillPage, serveStillPage } from './support/still-page.ts';

/**
 * From the first build to today's in a browser that is in use, as a browser updates: the files are others, the extension starts
 * anew, pages stay open. `npm run test:upgrade`; it needs the history, and the minutes of two more builds.
 */
const TAUGHT = { ...atomic, id: 'atomic-two', name: 'Second Atomic', sureness: 'taught' };
let scene: Scene;
let taughtSite: StillPage;
let place = '';
let installed: Installed;
let page: Page;
let then: { settings: unknown; outbox: string[] };
/** What it is updated to, as it is handed in. */
let today: Map<string, Uint8Array>;

/** What somebody chose or taught; the rest of `storage.local` is laid out anew by each version. */
const KEPT = ['sites', 'clouds', 'taughtRecipes', 'listsOff', 'notices', 'home', 'paused'];

const has = isLong && hasFirstBuild();
if (!has)
  console.log('The update from the first build needs the history, and `npm run test:upgrade`.');

describe.skipIf(!has)('the update from the first build', () => {
  beforeAll(async () => {
    today = filesOf(packageOf('chrome'));
    place = await mkdtemp(join(tmpdir(), 'truce-upgrade-'));
    const first = await firstBuild('chrome');
    await cp(first.folder, join(place, 'truce'), { recursive: true });
    await first.remove();
    [scene, taughtSite] = await Promise.all([openScene(), serveStillPage({})]);
    installed = await installInChromium(join(place, 'truce'), ['http://localhost/*']);
  }, 600_000);
  afterAll(async () => {
    await Promise.all([installed?.close(), scene?.close(), taughtSite?.close()]);
    if (place) await rm(place, { recursive: true, force: true });
  });

  it('finds a rep at work: connected, settings made, a CRM taught, two verdicts that could not be sent', async () => {
    const options = await installed.browser.newPage();
    await options.goto(`${installed.origin}/options.html`);
    await connectOn(options, scene.store.url, await scene.workspace.invite('Kim Okafor', 'rep'));
    await addSiteOn(options, scene.crm.origin, 'atomic');
    await writeFile(join(place, 'recipe.json'), JSON.stringify(TAUGHT));
    const field = await options.waitForSelector('input[name=recipe]');
    await (field as Awaited<ReturnType<typeof options.$<'input'>>>)?.uploadFile(
      join(place, 'recipe.json'),
    );
    await options.locator('[data-preview] [data-action=add-recipe]').click();
    await options.waitForSelector('[data-taught="atomic-two"]');
    await addSiteOn(options, taughtSite.origin, 'atomic-two');
    await options.locator('[data-look="lists-atomic"] [role=switch]').click();
    await options.waitForFunction(
      async () => (await chrome.storage.local.get('listsOff')).listsOff,
    );

    page = await open(scene.hot);
    await open(scene.cool);
    await scene.store.kill();
    await say(page, 'Accept', options, 1);
    await say(await tabOf(scene.cool), 'Accept', options, 2);
    then = { settings: await settings(options), outbox: await outbox(options) };
    await options.close();
  }, 180_000);

  it('updates as browsers do, and keeps settings, sites, the taught CRM and what was said', async () => {
    await rm(join(place, 'truce'), { recursive: true });
    await unpack(today, join(place, 'truce'));
    const before = await installed.browser.newPage();
    await before.goto(`${installed.origin}/options.html`);
    const gone = new Promise((resolve) => before.once('close', resolve));
    await before.evaluate(() => setTimeout(() => chrome.runtime.reload(), 0));
    await gone;
    const options = await optionsOnceBack();
    expect(await options.evaluate(() => chrome.runtime.getManifest().version)).not.toBe('0.0.1');
    await options.waitForSelector('[data-state=connected]');
    expect(await settings(options)).toEqual(then.settings);
    expect(await outbox(options)).toEqual(then.outbox);
    await options.waitForSelector('[data-taught="atomic-two"]');
  }, 90_000);

  it('leaves the open tab as it was, and says in it that it wants a reload', async () => {
    await page.bringToFront();
    await expect
      .poll(() => everythingIn(page), { timeout: 20_000 })
      .toContain('Truce was updated.');
    await untilText(await sidebarIn(page), new RegExp(nameOf(scene.hot)));
  }, 60_000);

  it('sends both once, when the store is back, and the open tab goes on after its reload', async () => {
    await scene.store.start();
    await page.reload();
    await untilText(await sidebarIn(page), new RegExp(nameOf(scene.hot)));
    await expect.poll(() => verdictsOn(scene.hot), { timeout: 90_000 }).toEqual(['accepted']);
    await expect.poll(() => verdictsOn(scene.cool), { timeout: 90_000 }).toEqual(['accepted']);
    const options = await installed.browser.newPage();
    await options.goto(`${installed.origin}/options.html`);
    await expect.poll(() => outbox(options), { timeout: 60_000 }).toEqual([]);
    expect(await verdictsOn(scene.hot)).toHaveLength(1);
    expect(await verdictsOn(scene.cool)).toHaveLength(1);
  }, 200_000);

  it('reads by the taught CRM as before', async () => {
    const tab = await installed.browser.newPage();
    await tab.goto(`${taughtSite.origin}/#/contacts/2/show`);
    await sidebarIn(tab);
  });
});

async function open(person: Person): Promise<Page> {
  const tab = await installed.browser.newPage();
  await tab.goto(scene.pageOf(person));
  await untilText(await sidebarIn(tab), new RegExp(nameOf(person)));
  return tab;
}

/** An extension that starts anew is away for a moment, and takes pages that ask for it meanwhile with it. */
async function optionsOnceBack(): Promise<Page> {
  for (;;) {
    const options = await installed.browser.newPage();
    const answer = await options.goto(`${installed.origin}/options.html`).catch(() => null);
    if (answer?.ok()) return options;
    await options.close().catch(() => undefined);
  }
}

async function tabOf(person: Person): Promise<Page> {
  const tab = (await installed.browser.pages()).find((one) => one.url() === scene.pageOf(person));
  if (!tab) throw new Error('That tab is closed.');
  return tab;
}

/** Says it in the sidebar of this tab, and waits until so much waits on the disk. */
async function say(tab: Page, words: string, options: Page, waiting: number): Promise<void> {
  await tab.bringToFront();
  await press(await sidebarIn(tab), words);
  await expect.poll(() => outbox(options), { timeout: 20_000 }).toHaveLength(waiting);
}

const sidebarIn = (tab: Page) => tab.waitForFrame((frame) => frame.url().includes('/sidebar'));

/** All text of the page, closed roots included. */
async function everythingIn(tab: Page): Promise<string> {
  const client = await tab.createCDPSession();
  const { root } = await client.send('DOM.getDocument', { depth: -1, pierce: true });
  await client.detach();
  return JSON.stringify(root);
}

const settings = (options: Page) =>
  options.evaluate((keys) => chrome.storage.local.get(keys), KEPT);

/** @returns ids of what waits, in the order it was said */
const outbox = (options: Page) =>
  options.evaluate(async () => {
    const opening = indexedDB.open('truce-outbox');
    await new Promise((next) => opening.addEventListener('success', next));
    const all = opening.result.transaction('entries').objectStore('entries').getAll();
    await new Promise((next) => all.addEventListener('success', next));
    opening.result.close();
    return all.result
      .filter((kept) => kept?.item)
      .toSorted((one, other) => one.order - other.order)
      .map(({ item }) => String(item.id));
  });

const verdictsOn = async (person: Person) => {
  const leadId = (await scene.workspace.find(scene.crm.origin, person.email)) ?? '';
  const { feedback } = await scene.workspace.card(leadId);
  return feedback.flatMap((said) => (said.kind === 'verdict' ? [said.verdict] : []));
};
