import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extensionFolder } from '../../demo/extension.ts';
import {
  type Chromium,
  EXTENSION,
  press,
  sidebarOf,
  untilSidebarSays,
  untilText,
} from './support/chromium.ts';
import { startAs } from './support/rep.ts';
import { nameOf, openScene, type Scene } from './support/scene.ts';

/** One tab, many records: always one frame, always the right person, whatever way one got there. */
let scene: Scene;
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  scene = await openScene();
  chromium = await startAs(scene, 'Kim Okafor', 'rep');
  page = await chromium.browser.newPage();
  await page.goto(scene.pageOf(scene.hot));
  await untilText(await sidebarOf(page), new RegExp(nameOf(scene.hot)));
});
afterAll(() => Promise.all([chromium?.close(), scene?.close()]));

const frames = () => page.frames().filter((frame) => frame.url().startsWith(EXTENSION)).length;
/** Whether the panel covers its part of the page. */
const shown = () =>
  page.evaluate(() => document.elementFromPoint(innerWidth - 100, 300)?.hasAttribute('data-truce'));
/** As the CRM's own links do: pushState, which fires no event. */
const go = (hash: string) =>
  page.evaluate((next) => {
    history.pushState(null, '', next);
    dispatchEvent(new PopStateEvent('popstate'));
  }, hash);

describe('a tab', () => {
  it('keeps one frame over twenty navigations and ends on the right person', async () => {
    const frame = await sidebarOf(page);
    for (let n = 0; n < 20; n++) {
      const person = n % 2 === 0 ? scene.cool : scene.hot;
      await go(`#/contacts/${person.id}/show`);
    }
    await untilText(frame, new RegExp(nameOf(scene.hot)));
    expect(frames()).toBe(1);
    expect(await page.evaluate(() => document.querySelectorAll('[data-truce]').length)).toBe(1);
    expect(await frame.evaluate(() => document.body.innerText)).not.toContain(nameOf(scene.cool));
  });

  it('comes up all the same on a page that moves our host while the frame in it loads', async () => {
    const other = await chromium.browser.newPage();
    try {
      await other.evaluateOnNewDocument(() => {
        const watch = new MutationObserver(() => {
          const host = document.querySelector('html > div[data-truce]');
          if (!host) return;
          watch.disconnect();
          // Its frame is another window then. The one before has been confirmed meanwhile: it does not wait for this page.
          setTimeout(() => {
            for (const until = performance.now() + 600; performance.now() < until; );
            document.documentElement.append(host);
          }, 80);
        });
        watch.observe(document, { childList: true, subtree: true });
      });
      await other.goto(scene.pageOf(scene.hot));
      await other.waitForSelector('[data-truce=ready]');
      await untilText(await sidebarOf(other), new RegExp(nameOf(scene.hot)));
    } finally {
      await other.close();
    }
  });

  it('never shows one record beside a page that has gone on to the next while it came up', async () => {
    const other = await chromium.browser.newPage();
    try {
      // The page turns to somebody else, and then has no time for anybody: nothing can be said to a frame that is on its way.
      await other.evaluateOnNewDocument((hash) => {
        setTimeout(() => {
          location.hash = hash;
          Object.assign(window, { turnedAt: Date.now() });
          for (const until = performance.now() + 2000; performance.now() < until; );
        }, 120);
      }, `#/contacts/${scene.cool.id}/show`);
      const loaded = other.goto(scene.pageOf(scene.hot));
      const said: { at: number; name: string }[] = [];
      const sidebar = () => other.frames().find((frame) => frame.url().startsWith(EXTENSION));
      for (const until = Date.now() + 3500; Date.now() < until; ) {
        const at = Date.now();
        const name = await sidebar()
          ?.evaluate(() => document.querySelector('h1')?.textContent ?? '')
          .catch(() => '');
        if (name) said.push({ at, name });
        await new Promise((done) => setTimeout(done, 20));
      }
      await loaded;
      await untilText(await sidebarOf(other), new RegExp(nameOf(scene.cool)));
      const turnedAt = await other.evaluate(() => Number(Object(window).turnedAt));
      // A frame in a process of its own outlives its place a little.
      const after = said.filter(({ at }) => at > turnedAt + 100).map(({ name }) => name);
      expect(after.join()).not.toContain(nameOf(scene.hot));
    } finally {
      await other.close();
    }
  });

  it('hides the panel on pages that are no record, and shows it again', async () => {
    await go('#/contacts');
    await expect.poll(shown).toBe(false);
    await go(`#/contacts/${scene.hot.id}/show`);
    await expect.poll(shown).toBe(true);
    await untilText(await sidebarOf(page), new RegExp(nameOf(scene.hot)));
  });

  it('comes back whole from the back/forward cache', async () => {
    await page.goto(`${scene.store.url.replace('127.0.0.1', 'localhost')}/healthz`);
    await page.goBack();
    await untilText(await sidebarOf(page), new RegExp(nameOf(scene.hot)));
    expect(frames()).toBe(1);
  });

  it('remembers on this CRM that the panel was closed', async () => {
    const frame = await sidebarOf(page);
    await frame.locator('button[aria-label*="ollapse"], button[aria-label*="lose"]').click();
    await expect.poll(shown).toBe(false);
    await page.reload();
    await page.waitForSelector('[data-truce]');
    await untilText(await sidebarOf(page), new RegExp(nameOf(scene.hot)));
    expect(await shown()).toBe(false);
    // The tab at the edge opens it again; it is where the panel was.
    await page.mouse.click(1280 - 14, 800 * 0.4 + 40);
    await untilText(await sidebarOf(page), new RegExp(nameOf(scene.hot)));
  });

  it('goes on by itself when the extension is updated: the new sidebar in the place of the old one', async () => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    const before = await sidebarOf(page);
    // Begun and given up: nothing that it would have to stay for.
    await press(before, 'Reject');
    await before.locator('textarea').fill('No budget');
    await page.keyboard.press('Escape');
    await before.waitForSelector('textarea', { hidden: true });
    await update();
    await expect.poll(() => before.detached, { timeout: 20_000 }).toBe(true);
    await untilSidebarSays(page, new RegExp(nameOf(scene.hot)));
    expect(frames()).toBe(1);
    expect(await page.evaluate(() => document.querySelectorAll('[data-truce]').length)).toBe(1);
    await go(`#/contacts/${scene.cool.id}/show`);
    await untilText(await sidebarOf(page), new RegExp(nameOf(scene.cool)));
    expect(errors).toEqual([]);
  });

  it('keeps the sidebar in which something is typed over an update, says so on one card, and throws nothing', async () => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    const orphan = await sidebarOf(page);
    await press(orphan, 'Reject');
    await orphan.locator('textarea').fill('Went to a competitor.');
    await update();
    await page.bringToFront();
    await expect
      .poll(() => textsInOurRoot(page), { timeout: 20_000 })
      .toContainEqual(expect.stringContaining('Truce was updated'));
    expect(await orphan.$eval('textarea', (field) => field.value)).toBe('Went to a competitor.');
    // The card takes nothing from it but height: what something covers takes no answer.
    await expect.poll(() => orphan.evaluate(() => innerHeight)).toBeLessThan(780);
    await orphan.locator('label:has([type=radio])').click();
    // The card above it moves the form; what is pressed at that moment is not taken, and is pressed again.
    const said = async () => {
      await (await orphan.$('[data-action=send]'))?.click();
      return orphan.$('[data-undo]');
    };
    await expect.poll(said, { timeout: 30_000, interval: 1000 }).not.toBeNull();
    await go(`#/contacts/${scene.hot.id}/show`);
    // The frame cannot ask any more, but it must not go on showing somebody else.
    await orphan.waitForFunction(
      (name) => !document.body.innerText.includes(name),
      {},
      nameOf(scene.cool),
    );
    const cards = (await textsInOurRoot(page)).filter((text) => text.includes('was updated'));
    expect(cards).toHaveLength(1);
    expect(errors).toEqual([]);
    await page.reload();
    await untilText(await sidebarOf(page), new RegExp(nameOf(scene.hot)));
  });
});

/** Installing the same folder again is what an update is: the old scripts lose their extension. */
const update = () =>
  chromium.browser.installExtension(extensionFolder({ browser: 'chrome', mode: 'demo' }));

/** Only the debugger sees into a closed shadow root; the page does not. */
async function textsInOurRoot(tab: Page): Promise<string[]> {
  const session = await tab.createCDPSession();
  await session.send('DOM.enable');
  const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
  await session.detach();
  return nodes.filter(({ nodeType }) => nodeType === 3).map(({ nodeValue }) => nodeValue);
}
