import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Chromium,
  EXTENSION,
  inExtension,
  onOptions,
  sidebarOf,
  untilText,
} from './support/chromium.ts';
import { startAs } from './support/rep.ts';
import { nameOf, openScene, type Scene } from './support/scene.ts';

/** The sidebar in the browser's own side panel: the record of the tab in front, whatever is in front. */
let scene: Scene;
let chromium: Chromium;
let crm: Page;
let panel: Page;

beforeAll(async () => {
  scene = await openScene();
  chromium = await startAs(scene, 'Ruth Okafor', 'rep');
  crm = await chromium.browser.newPage();
  await crm.goto(scene.pageOf(scene.hot));
});
afterAll(() => Promise.all([chromium?.close(), scene?.close()]));

const goTo = (hash: string) =>
  crm.evaluate((to) => {
    location.hash = to;
  }, hash);

/** Presses Enter in the popup of the tab in front, which browsers count as a person's own press. */
async function openBeside(): Promise<Page> {
  const { browser } = chromium;
  const [extension] = (await browser.extensions()).values();
  const popup = browser.waitForTarget((target) => target.url() === `${EXTENSION}/popup.html`);
  const panel = browser.waitForTarget((target) => target.url() === `${EXTENSION}/panel.html`);
  await crm.bringToFront();
  await extension?.triggerAction(crm);
  const opened = await (await popup).asPage();
  await opened.waitForSelector('[data-action=open-beside]');
  await opened.focus('[data-action=open-beside]');
  // The popup closes in the press, before the key is up again.
  await opened.keyboard.press('Enter').catch(() => undefined);
  return (await panel).asPage();
}

describe('the side panel', () => {
  it('takes the place of the one in the page, from the popup, in one press', async () => {
    await untilText(await sidebarOf(crm), new RegExp(nameOf(scene.hot)));
    await onOptions(chromium.browser, async (options) => {
      await options.locator('#looks input[value=panel]').click();
    });
    await crm.waitForFunction(() => {
      const host = document.querySelector<HTMLElement>('[data-truce]');
      const rects = [...(host?.getClientRects() ?? [])];
      return rects.every(({ width }) => width === 0);
    });
    panel = await openBeside();
    await untilText(panel, new RegExp(nameOf(scene.hot)));
    // Neither moved nor closed from inside: the browser has its own buttons for that.
    expect(await panel.$$('[data-action=dock], [data-action=close]')).toEqual([]);
  });

  it('follows the record, says when there is none, and when the tab is nothing that Truce reads', async () => {
    await goTo(`#/contacts/${scene.cool.id}/show`);
    await untilText(panel, new RegExp(nameOf(scene.cool)));
    await goTo('#/contacts');
    await panel.waitForSelector('[data-state=nobody]');
    const other = await chromium.browser.newPage();
    await panel.waitForSelector('[data-state=elsewhere]');
    expect(await panel.$eval('body', (body) => body.innerText)).not.toContain(nameOf(scene.cool));
    await other.close();
    await crm.bringToFront();
    await goTo(`#/contacts/${scene.hot.id}/show`);
    await untilText(panel, new RegExp(nameOf(scene.hot)));
  });

  it('keeps what was typed for a lead while another tab is in front', async () => {
    await panel.locator('[data-verdict=rejected]').click();
    await panel.locator('textarea').fill('Half a sentence');
    const other = await chromium.browser.newPage();
    await panel.waitForSelector('[data-state=elsewhere]');
    await other.close();
    await crm.bringToFront();
    await untilText(panel, new RegExp(nameOf(scene.hot)));
    expect(await panel.$eval('textarea', (note) => note.value)).toBe('Half a sentence');
  });

  it('shows one lead by its id, where no page of the CRM is known', async () => {
    const leadId = await scene.workspace.find(scene.crm.origin, scene.cool.email);
    const page = await chromium.browser.newPage();
    await page.goto(`${EXTENSION}/panel.html?lead=${leadId}`);
    await untilText(page, new RegExp(nameOf(scene.cool)));
    await page.close();
  });

  it('forgets a tab that is closed', async () => {
    const kept = () =>
      inExtension(chromium.browser, async () =>
        Object.keys(await chrome.storage.session.get(null)).filter((key) =>
          key.startsWith('seen:'),
        ),
      );
    expect(await kept()).toHaveLength(1);
    await crm.close();
    expect(await kept()).toEqual([]);
  });
});
