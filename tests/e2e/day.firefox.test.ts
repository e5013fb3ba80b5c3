import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { press, untilText } from './support/chromium.ts';
import { EXTENSION, type Firefox, pageAt, startFirefox } from './support/firefox.ts';
import { addSiteOn, connectOn } from './support/options.ts';
import { nameOf, openScene, type Scene } from './support/scene.ts';

/** The popup in Firefox, as a tab: its button is out of reach of automation, its page is the same. */
let scene: Scene;
let firefox: Firefox;
let popup: Page;

/** Two processors are shared with two browsers and a store. */
const SOON = { timeout: 20_000 };

beforeAll(async () => {
  scene = await openScene();
  firefox = await startFirefox();
  await connectOn(firefox.options, scene.store.url, await scene.workspace.invite('Kim', 'rep'));
  await addSiteOn(firefox.options, scene.crm.origin, 'atomic');
  const page = await firefox.browser.newPage();
  await page.goto(scene.pageOf(scene.hot));
  await page.waitForSelector('[data-truce=ready]');
  await page.close();
  await firefox.options.evaluate(async () => {
    const { browser } = globalThis as unknown as {
      browser: { tabs: { create(tab: { url: string }): Promise<unknown> } };
    };
    await browser.tabs.create({ url: '/popup.html' });
  });
  popup = await pageAt(firefox.browser, `${EXTENSION}/popup.html`);
});
afterAll(() => Promise.all([firefox?.close(), scene?.close()]));

const badge = () =>
  popup.evaluate(() => {
    const { browser } = globalThis as unknown as {
      browser: { action: { getBadgeText(of: object): Promise<string> } };
    };
    return browser.action.getBadgeText({});
  });

describe('the popup in Firefox', () => {
  it('has the hot list, and opens the lead’s page in the CRM', async () => {
    await untilText(popup, new RegExp(`Ranked by points[^]*${nameOf(scene.hot)}`));
    await expect.poll(badge, SOON).toBe('1');
    await popup.evaluate(() => {
      window.close = () => undefined;
    });
    await popup.focus('[data-part="hot"] [data-lead]');
    await popup.keyboard.press('Enter');
    const page = await pageAt(firefox.browser, scene.pageOf(scene.hot));
    await page.waitForSelector('[data-truce=ready]');
  });

  it('pauses: nothing stays on the page, and it comes back by a press', async () => {
    const page = await pageAt(firefox.browser, scene.pageOf(scene.hot));
    await popup.bringToFront();
    await popup.focus('[data-action="switch"]');
    await popup.keyboard.press('Enter');
    await expect.poll(() => page.$('[data-truce]'), SOON).toBe(null);
    await expect.poll(badge, SOON).toBe('off');
    await press(popup, 'Go on');
    await page.bringToFront();
    await page.waitForSelector('[data-truce=ready]');
    await expect.poll(badge, SOON).toBe('1');
  });
});
