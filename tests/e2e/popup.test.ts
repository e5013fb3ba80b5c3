import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Chromium,
  EXTENSION,
  sidebarOf,
  startChromium,
  untilText,
} from './support/chromium.ts';
import { type StillPage, serveStillPage } from './support/still-page.ts';

/** The toolbar button, pressed as people do: what it says about the tab in front, and switching a site on from it. */
let chromium: Chromium;
let site: StillPage;
let tab: Page;

beforeAll(async () => {
  site = await serveStillPage({});
  chromium = await startChromium();
  // The options page comes up by itself after the installation; it must not come up in front of the tab.
  await chromium.browser.waitForTarget((target) => target.url().endsWith('/options.html'));
  tab = await chromium.browser.newPage();
  await tab.setViewport({ width: 1280, height: 800 });
  await tab.goto(`http://127.0.0.1:${site.port}/#/contacts/2/show`);
  await tab.bringToFront();
});
afterAll(() => Promise.all([chromium?.close(), site?.close()]));

async function popup(): Promise<Page> {
  const [extension] = (await chromium.browser.extensions()).values();
  const opened = chromium.browser.waitForTarget((target) =>
    target.url().startsWith(`${EXTENSION}/popup.html`),
  );
  await tab.bringToFront();
  await extension?.triggerAction(tab);
  return (await opened).asPage();
}

/** As `untilText`, by the clock: a headless popup is never painted, so waiting for its frames would not end. */
const shows = (opened: Page, pattern: RegExp) =>
  opened.waitForFunction(
    (source: string) => new RegExp(source).test(document.body.innerText),
    { polling: 100 },
    pattern.source,
  );

describe('the toolbar button', () => {
  it('switches the site on, and the sidebar comes up in the open page without a reload', async () => {
    const opened = await popup();
    await shows(opened, /Truce does not read this site/);
    await opened.select('select', 'atomic');
    await opened.focus('[data-action=use-here]');
    await opened.keyboard.press('Enter');
    await shows(opened, /Cameron Gutmann/);
    await opened.close();
    await untilText(await sidebarOf(tab), /Connect to your team/);
    expect(await tab.$$('[data-truce]')).toHaveLength(1);
  });

  it('says whose record is in front, and that the sidebar is open', async () => {
    const opened = await popup();
    await shows(opened, /Cameron Gutmann[\s\S]*The sidebar is open/);
    await opened.close();
  });

  it('says when the page in front is nobody’s record', async () => {
    await tab.evaluate(() => {
      location.hash = '#/contacts';
    });
    const opened = await popup();
    await shows(opened, /no person’s record/);
    await opened.close();
  });
});
