import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heardIn, nonceIn } from '../../lib/lead/frame-address.ts';
import {
  type Chromium,
  inExtension,
  onOptions,
  sidebarOf,
  startChromium,
  untilText,
} from './support/chromium.ts';
import { startFirefox } from './support/firefox.ts';
import { addSiteOn } from './support/options.ts';
import { STRICT_HEADERS, type StillPage, serveStillPage } from './support/still-page.ts';

/** Pages may forbid frames altogether. The sidebar comes up all the same, or the toolbar says why it does not. */
let strict: StillPage;
let plain: StillPage;
beforeAll(async () => {
  strict = await serveStillPage(STRICT_HEADERS);
  plain = await serveStillPage({});
});
afterAll(() => Promise.all([strict.close(), plain.close()]));

describe('in Chromium', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await startChromium();
    await onOptions(chromium.browser, async (page) => {
      await addSiteOn(page, strict.origin, 'atomic');
      await addSiteOn(page, `http://127.0.0.1:${strict.port}`, 'atomic');
      await addSiteOn(page, `http://127.0.0.1:${plain.port}`, 'atomic');
    });
  });
  afterAll(() => chromium.close());

  it('a host the manifest names shows the sidebar under the strictest headers', async () => {
    const page = await chromium.browser.newPage();
    await page.goto(`${strict.origin}/#/contacts/2/show`);
    const sidebar = await sidebarOf(page);
    const { pathname, search, hash } = new URL(sidebar.url());
    expect(pathname + search).toBe('/sidebar.html');
    expect(nonceIn(hash)).toMatch(/^[0-9a-f-]{36}$/);
    // Which record it is, and nothing that its page says of anybody, whether the scout made the frame or the reader.
    const record = { crm: 'atomic', org: new URL(strict.origin).host, kind: 'contact', id: '2' };
    const seen = { record, crmName: 'Atomic CRM', facts: {}, settled: false };
    const told = [
      { kind: 'panel', side: 'right', shown: true },
      { kind: 'seen', seen },
    ];
    expect(heardIn(hash)).toEqual(told);
    await untilText(sidebar, /Connect to your team/);
    await page.waitForSelector('[data-truce=ready]');
    await page.close();
  });

  it('a host it cannot name shows the sidebar too', async () => {
    const page = await chromium.browser.newPage();
    await page.goto(`http://127.0.0.1:${plain.port}/#/contacts/2/show`);
    await page.waitForSelector('[data-truce=ready]');
    await page.close();
  });

  it('where the page keeps the frame out, the toolbar says so, and nothing covers the page', async ({
    onTestFinished,
  }) => {
    const page = await chromium.browser.newPage();
    // Left open, it would answer for the next try.
    onTestFinished(() => page.close());
    await page.goto(`http://127.0.0.1:${strict.port}/#/contacts/2/show`);
    const titles = () =>
      inExtension(chromium.browser, async () => {
        const tabs = await chrome.tabs.query({});
        const ids = tabs.flatMap(({ id }) => id ?? []);
        return Promise.all(ids.map((tabId) => chrome.action.getTitle({ tabId })));
      });
    await expect
      .poll(titles, { timeout: 20_000 })
      .toContainEqual(expect.stringContaining('does not let the sidebar in'));
    const covered = await page.evaluate(() =>
      document.elementFromPoint(innerWidth - 40, 200)?.hasAttribute('data-truce'),
    );
    expect(covered).toBe(false);
    // What is left in the page is the tab, and it opens the browser's own panel.
    const panel = chromium.browser.waitForTarget((target) => target.url().endsWith('/panel.html'));
    await page.bringToFront();
    await pressTab(page);
    await untilText(await (await panel).asPage(), /Connect to your team/);
  });
});

/** One press that arrives: until a page that comes to the front is painted anew, a press may still go to where the frame was. */
async function pressTab(page: Page): Promise<void> {
  await page.evaluate(() => {
    const pressed = () => document.documentElement.setAttribute('data-pressed', '');
    // On the way down: nothing of a press on the tab comes back up to the page.
    window.addEventListener('click', pressed, { capture: true, once: true });
  });
  await expect
    .poll(async () => {
      await page.mouse.click(1280 - 14, 800 * 0.4 + 44);
      return page.$('[data-pressed]');
    })
    .not.toBeNull();
}

describe('in Firefox', () => {
  it('a page under the strictest headers shows the sidebar', async () => {
    const firefox = await startFirefox();
    try {
      await addSiteOn(firefox.options, strict.origin, 'atomic');
      await addSiteOn(firefox.options, `http://127.0.0.1:${strict.port}`, 'atomic');
      for (const origin of [strict.origin, `http://127.0.0.1:${strict.port}`]) {
        const page = await firefox.browser.newPage();
        await page.goto(`${origin}/#/contacts/2/show`);
        await page.waitForSelector('[data-truce=ready]');
        await page.close();
      }
    } finally {
      await firefox.close();
    }
  });
});
