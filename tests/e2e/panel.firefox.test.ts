import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilText } from './support/chromium.ts';
import { EXTENSION, type Firefox, pageAt, startFirefox } from './support/firefox.ts';
import { addSiteOn, connectOn } from './support/options.ts';
import { nameOf, openScene, type Scene } from './support/scene.ts';

/**
 * The page of Firefox's sidebar. Automation does not reach the browser's own sidebar, so the same page is opened as a tab,
 * where it shows what was in front before it.
 */
let scene: Scene;
let firefox: Firefox;
let crm: Page;
let panel: Page;

beforeAll(async () => {
  scene = await openScene();
  firefox = await startFirefox();
  const code = await scene.workspace.invite('Ruth Okafor', 'rep');
  await connectOn(firefox.options, scene.store.url, code);
  await addSiteOn(firefox.options, scene.crm.origin, 'atomic');
  crm = await firefox.browser.newPage();
  await crm.goto(scene.pageOf(scene.hot));
  await firefox.options.evaluate(
    () => void chrome.tabs.create({ url: '/panel.html', active: false }),
  );
  panel = await pageAt(firefox.browser, `${EXTENSION}/panel.html`);
});
afterAll(() => Promise.all([firefox?.close(), scene?.close()]));

describe('the page of the sidebar in Firefox', () => {
  it('is what the manifest names, and is not opened at the installation', async () => {
    const panelOf = () =>
      firefox.options.evaluate(() => {
        const { sidebarAction } = chrome as unknown as {
          sidebarAction: {
            getPanel(of: object): Promise<string>;
            isOpen(of: object): Promise<boolean>;
          };
        };
        return Promise.all([sidebarAction.getPanel({}), sidebarAction.isOpen({})]);
      });
    expect(await panelOf()).toEqual([`${EXTENSION}/panel.html`, false]);
  });

  it('follows the record of the tab in front', async () => {
    await crm.bringToFront();
    await untilText(panel, new RegExp(nameOf(scene.hot)));
    await crm.evaluate((hash) => {
      location.hash = hash;
    }, `#/contacts/${scene.cool.id}/show`);
    await untilText(panel, new RegExp(nameOf(scene.cool)));
    await firefox.options.bringToFront();
    await untilText(panel, /does not read this page/);
  });
});
