import { rm } from 'node:fs/promises';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageOf } from '../../scripts/packages.ts';
import { filesOf } from '../../scripts/zip-file.ts';
import { isLong } from '../length.ts';
import { press, untilText } from './support/chromium.ts';
import { hasFirstBuild } from './support/first-build.ts';
import { type Installed, installInChromium, unpack } from './support/installed.ts';
import { nameOf, type Person } from './support/scene.ts';
import {
  markSidebar,
  openWork,
  outbox,
  settings,
  settleIn,
  untilTakenOver,
  untilWaiting,
  verdictsOn,
  type Work,
} from './support/upgrade.ts';

/**
 * From the first build to today's in a browser that is in use, as a browser updates: the files are others, the extension starts
 * anew, pages stay open. `npm run test:upgrade`; it needs the history, and the minutes of two more builds.
 */
let work: Work;
let installed: Installed;
let options: Page;
let then: { settings: unknown; outbox: string[] };
const tabs = new Map<Person | 'taught', Page>();

const has = isLong && hasFirstBuild();
if (!has)
  console.log('The update from the first build needs the history, and `npm run test:upgrade`.');

describe.skipIf(!has)('the update from the first build', () => {
  beforeAll(async () => {
    work = await openWork('chrome');
    const permitted = { hosts: ['http://localhost/*'], permissions: ['notifications'] };
    installed = await installInChromium(work.built, permitted.hosts, permitted.permissions);
    options = await installed.browser.newPage();
    await options.goto(`${installed.origin}/options.html`);
  }, 600_000);
  afterAll(() => Promise.all([installed?.close(), work?.close()]));

  it('finds a rep at work: connected, settings made, a CRM taught, two verdicts that could not be sent', async () => {
    const { scene, later, taught } = work;
    expect(await version()).toBe('0.0.1');
    await settleIn(options, work);
    for (const person of [scene.hot, scene.cool, later]) {
      const tab = await open(person, scene.pageOf(person));
      await untilText(await sidebarIn(tab), new RegExp(nameOf(person)));
    }
    await sidebarIn(await open('taught', `${taught.origin}/#/contacts/2/show`));
    await scene.store.kill();
    for (const [n, person] of [scene.hot, scene.cool].entries()) {
      await inFront(person);
      await press(await sidebarIn(tabOf(person)), 'Accept');
      await untilWaiting(options, n + 1);
    }
    for (const tab of tabs.values()) await markSidebar(tab);
    then = { settings: await settings(options), outbox: await outbox(options) };
  }, 180_000);

  it('keeps settings, sites, the taught CRM and what was said', async () => {
    await rm(work.built, { recursive: true });
    await unpack(filesOf(packageOf('chrome')), work.built);
    await startAnew();
    expect(await version()).not.toBe('0.0.1');
    await options.waitForSelector('[data-state=connected]');
    expect(await settings(options)).toEqual(then.settings);
    expect(await outbox(options)).toEqual(then.outbox);
    await options.waitForSelector('[data-taught="atomic-two"]');
  }, 90_000);

  it('has the sidebar of today in every tab that was open, with whom it showed, without a reload', async () => {
    for (const [person, tab] of tabs) {
      await inFront(person);
      await untilTakenOver(tab);
      if (person !== 'taught') await untilText(await sidebarIn(tab), new RegExp(nameOf(person)));
    }
  }, 120_000);

  it('sends both once, when the store is back', async () => {
    const { scene, later } = work;
    await scene.store.start();
    for (const person of [scene.hot, scene.cool]) await untilSaid(person, ['accepted']);
    await expect.poll(() => outbox(options), { timeout: 60_000 }).toEqual([]);
    for (const person of [scene.hot, scene.cool])
      expect(await verdictsOn(work, person)).toEqual(['accepted']);
    expect(await verdictsOn(work, later)).toEqual([]);
  }, 200_000);

  it('keeps over the next update what is being typed, and sends it from there', async () => {
    const tab = tabOf(work.later);
    await inFront(work.later);
    const sidebar = await sidebarIn(tab);
    await press(sidebar, 'Reject');
    await sidebar.locator('label:has([type=radio])').click();
    await sidebar.locator('textarea').fill('Went to a competitor.');
    await startAnew();
    await inFront(work.later);
    await expect.poll(() => everythingIn(tab), { timeout: 20_000 }).toContain('Truce was updated.');
    expect(sidebar.detached).toBe(false);
    // The card above it moves the form; what is pressed at that moment is not taken, and is pressed again.
    await expect
      .poll(
        async () => {
          await (await sidebar.$('[data-action=send]'))?.click();
          return outbox(options);
        },
        { timeout: 20_000, interval: 1000 },
      )
      .toHaveLength(1);
    await tab.reload();
    await untilText(await sidebarIn(tab), new RegExp(nameOf(work.later)));
    await untilSaid(work.later, ['rejected']);
    await expect.poll(() => outbox(options), { timeout: 60_000 }).toEqual([]);
  }, 200_000);

  it('is paused after an update if it was before, and then goes on in the tabs that are open', async () => {
    const { hot } = work.scene;
    const popup = await installed.browser.newPage();
    await popup.goto(`${installed.origin}/popup.html`);
    await popup.locator('[role=switch]').click();
    const hosts = () => tabOf(hot).evaluate(() => document.querySelectorAll('[data-truce]').length);
    await expect.poll(hosts).toBe(0);
    await startAnew();
    expect(await settings(options)).toMatchObject({ paused: true });
    const again = await installed.browser.newPage();
    await again.goto(`${installed.origin}/popup.html`);
    await again.waitForSelector('[data-action=resume]');
    expect(await hosts()).toBe(0);
    await again.locator('[data-action=resume]').click();
    await inFront(hot);
    await untilTakenOver(tabOf(hot));
    await untilText(await sidebarIn(tabOf(hot)), new RegExp(nameOf(hot)));
  }, 90_000);
});

async function open(who: Person | 'taught', address: string): Promise<Page> {
  const tab = await installed.browser.newPage();
  tabs.set(who, tab);
  await tab.goto(address);
  return tab;
}

function tabOf(who: Person | 'taught'): Page {
  const tab = tabs.get(who);
  if (!tab) throw new Error('That tab is not open.');
  return tab;
}

const inFront = (who: Person | 'taught') => tabOf(who).bringToFront();

/** As an update does: its pages go, and come again when somebody opens them. */
async function startAnew(): Promise<void> {
  const gone = new Promise((resolve) => options.once('close', resolve));
  await options.evaluate(() => {
    setTimeout(() => chrome.runtime.reload(), 0);
  });
  await gone;
  // It is away for a moment, and takes pages that ask for it meanwhile with it.
  for (;;) {
    options = await installed.browser.newPage();
    const answer = await options.goto(`${installed.origin}/options.html`).catch(() => null);
    if (answer?.ok()) return;
    await options.close().catch(() => undefined);
  }
}

const version = () => options.evaluate(() => chrome.runtime.getManifest().version);

/** The newest: one that makes room for another is there a little longer than its page's part. */
async function sidebarIn(tab: Page): Promise<Frame> {
  const isOurs = (frame: Frame) => frame.url().includes('/sidebar') && !frame.detached;
  await tab.waitForFrame(isOurs);
  const [newest] = tab.frames().filter(isOurs).reverse();
  if (!newest) throw new Error('The sidebar has gone.');
  return newest;
}

const untilSaid = (person: Person, verdicts: string[]) =>
  expect.poll(() => verdictsOn(work, person), { timeout: 90_000 }).toEqual(verdicts);

/** All text of the page, closed roots included. */
async function everythingIn(tab: Page): Promise<string> {
  const client = await tab.createCDPSession();
  const { root } = await client.send('DOM.getDocument', { depth: -1, pierce: true });
  await client.detach();
  return JSON.stringify(root);
}
