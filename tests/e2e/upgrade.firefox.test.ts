import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageOf } from '../../scripts/packages.ts';
import { isLong } from '../length.ts';
import { type Firefox, goInside, startFirefox } from './support/firefox.ts';
import { hasFirstBuild } from './support/first-build.ts';
import type { Person } from './support/scene.ts';
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
 * The same in Firefox, which is given the package of today over the first build. Its frames are closed to automation, so sidebars
 * are pressed where people would, and judged by the page around them and by what reaches the store.
 */
let work: Work;
let firefox: Firefox;
let options: Page;
let then: { settings: unknown; outbox: string[] };
const tabs = new Map<Person | 'taught', Page>();

const has = isLong && hasFirstBuild();

describe.skipIf(!has)('the update from the first build in Firefox', () => {
  beforeAll(async () => {
    work = await openWork('firefox');
    // The browser's questions are answered with yes.
    const prefs = { 'extensions.webextOptionalPermissionPrompts': false };
    firefox = await startFirefox(undefined, work.built, undefined, prefs);
    options = firefox.options;
  }, 600_000);
  afterAll(() => Promise.all([firefox?.close(), work?.close()]));

  it('finds a rep at work: connected, settings made, a CRM taught, two verdicts that could not be sent', async () => {
    const { scene, later, taught } = work;
    expect(await version()).toBe('0.0.1');
    await settleIn(options, work);
    for (const person of [scene.hot, scene.cool, later]) await open(person, scene.pageOf(person));
    await open('taught', `${taught.origin}/#/contacts/2/show`);
    await scene.store.kill();
    for (const [n, person] of [scene.hot, scene.cool].entries()) await accept(person, n + 1);
    for (const tab of tabs.values()) await markSidebar(tab);
    then = { settings: await settings(options), outbox: await outbox(options) };
  }, 180_000);

  it('keeps settings, sites, the taught CRM and what was said', async () => {
    const file = join(work.place, 'truce-today.xpi');
    await writeFile(file, packageOf('firefox'));
    await firefox.browser.installExtension(file);
    options = await firefox.browser.newPage();
    await options.goto(work.scene.crm.origin.replace('localhost', '127.0.0.1'));
    await goInside(options, 'options.html');
    expect(await version()).not.toBe('0.0.1');
    await options.waitForSelector('[data-state=connected]');
    expect(await settings(options)).toEqual(then.settings);
    expect(await outbox(options)).toEqual(then.outbox);
    await options.waitForSelector('[data-taught="atomic-two"]');
  }, 90_000);

  it('has the sidebar of today in every tab that was open, without a reload', async () => {
    for (const tab of tabs.values()) {
      await tab.bringToFront();
      await untilTakenOver(tab);
    }
  }, 120_000);

  it('sends both once, when the store is back, and what is said in an open tab then', async () => {
    const { scene, later } = work;
    await scene.store.start();
    for (const person of [scene.hot, scene.cool]) await untilSaid(person, ['accepted']);
    await expect.poll(() => outbox(options), { timeout: 60_000 }).toEqual([]);
    await accept(later, 1);
    await untilSaid(later, ['accepted']);
    await expect.poll(() => outbox(options), { timeout: 60_000 }).toEqual([]);
    for (const person of [scene.hot, scene.cool])
      expect(await verdictsOn(work, person)).toEqual(['accepted']);
  }, 240_000);
});

async function open(who: Person | 'taught', address: string): Promise<void> {
  const tab = await firefox.browser.newPage();
  tabs.set(who, tab);
  await tab.setViewport({ width: 1280, height: 800 });
  await tab.goto(address);
  await tab.waitForSelector('[data-truce=ready]');
}

/** Presses "Accept" where people see it, until it is taken: before the lead is there it is not either. */
async function accept(person: Person, waiting: number): Promise<void> {
  const tab = tabs.get(person);
  if (!tab) throw new Error('That tab is not open.');
  await tab.bringToFront();
  await expect
    .poll(
      async () => {
        await tab.mouse.click(1280 - 305, 800 - 30);
        return outbox(options);
      },
      { timeout: 30_000, interval: 2000 },
    )
    .toHaveLength(waiting);
  await untilWaiting(options, waiting);
}

const version = () => options.evaluate(() => chrome.runtime.getManifest().version);

const untilSaid = (person: Person, verdicts: string[]) =>
  expect.poll(() => verdictsOn(work, person), { timeout: 90_000 }).toEqual(verdicts);
