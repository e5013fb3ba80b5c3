import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Firefox, startFirefox } from './support/firefox.ts';
import { addSiteOn, connectOn } from './support/options.ts';
import { nameOf, openScene, type Person, type Scene } from './support/scene.ts';

/** Chips in Firefox, whose closed roots and frames no automation sees: judged by what lies where, and by what reaches the store. */
let scene: Scene;
let firefox: Firefox;
let page: Page;

beforeAll(async () => {
  scene = await openScene();
  firefox = await startFirefox();
  const code = await scene.workspace.invite('Kim Okafor', 'rep');
  await connectOn(firefox.options, scene.store.url, code);
  await addSiteOn(firefox.options, scene.crm.origin, 'atomic');
  page = await firefox.browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  // This CRM's list has no addresses: a row is known once its record has been opened, here by somebody else.
  for (const { email, id } of [scene.hot, scene.cool]) {
    await scene.workspace.find(scene.crm.origin, email, id);
  }
  await page.goto(`${scene.crm.origin}/#/contacts`);
  await page.waitForSelector('main li .MuiListItemText-primary');
});
afterAll(() => Promise.all([firefox?.close(), scene?.close()]));

/** Where this person's chip would be, and whether something of ours is there. */
const chipOf = (person: Person) =>
  page.evaluate((name) => {
    const lines = [...document.querySelectorAll('main li .MuiListItemText-primary')];
    const line = lines.find(({ textContent }) => textContent?.includes(name));
    if (!line) throw new Error(`${name} is not in the list.`);
    const range = document.createRange();
    range.selectNodeContents(line);
    const { right, top, bottom } = range.getBoundingClientRect();
    const [x, y] = [right + 20, (top + bottom) / 2];
    return { x, y, ours: document.elementFromPoint(x, y)?.hasAttribute('data-truce') === true };
  }, nameOf(person));

describe('a list of the CRM in Firefox', () => {
  it('has chips beside those marketing knows, and a verdict is given from there by keyboard', async () => {
    for (const person of [scene.hot, scene.cool]) {
      await expect.poll(async () => (await chipOf(person)).ours, { timeout: 20_000 }).toBe(true);
    }
    expect((await chipOf(scene.stranger)).ours).toBe(false);

    const { x, y } = await chipOf(scene.hot);
    await page.mouse.click(x, y);
    await page.keyboard.down('Alt');
    await page.keyboard.press('KeyA');
    await page.keyboard.up('Alt');
    const verdicts = async () => {
      const leadId = (await scene.workspace.find(scene.crm.origin, scene.hot.email)) ?? '';
      const { feedback } = await scene.workspace.card(leadId);
      return feedback.filter(({ kind }) => kind === 'verdict');
    };
    await expect
      .poll(verdicts, { timeout: 45_000 })
      .toMatchObject([{ verdict: 'accepted', by: 'Kim Okafor' }]);
  });

  it('loses them all when the switch is off', async () => {
    await firefox.options.evaluate(() =>
      (globalThis as unknown as { browser: typeof chrome }).browser.storage.local.set({
        listsOff: ['atomic'],
      }),
    );
    await expect.poll(async () => (await chipOf(scene.cool)).ours, { timeout: 10_000 }).toBe(false);
  });
});
