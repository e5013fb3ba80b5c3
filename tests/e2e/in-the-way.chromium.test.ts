import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tabOf } from './support/chips.ts';
import { type Chromium, inExtension, untilSidebarSays } from './support/chromium.ts';
import { startAs } from './support/rep.ts';
import { nameOf, openScene, type Scene } from './support/scene.ts';

/** The panel over a record page: it never hides what has the focus, nor a full screen, and collapsed it tells the score. */
let scene: Scene;
let rep: Chromium;
let page: Page;

beforeAll(async () => {
  scene = await openScene();
  rep = await startAs(scene, 'Kim Okafor', 'rep');
  page = await rep.browser.newPage();
  await page.goto(scene.pageOf(scene.hot));
  await untilSidebarSays(page, new RegExp(nameOf(scene.hot)));
});
afterAll(() => Promise.all([rep?.close(), scene?.close()]));

/** Whether ours is what one sees and presses in the middle of the field. */
const isHidden = () =>
  page.$eval('#under', (field) => {
    const { left, right, top, bottom } = field.getBoundingClientRect();
    const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return there?.hasAttribute('data-truce') === true;
  });

const toggle = () =>
  inExtension(rep.browser, async () => {
    const tabs = await chrome.tabs.query({});
    await Promise.all(
      tabs.map(({ id }) =>
        chrome.tabs
          .sendMessage(id ?? -1, { to: 'scout', name: 'panel.toggle' })
          .catch(() => undefined),
      ),
    );
  }).then(() => page.bringToFront());

describe('the panel over a page', () => {
  it('makes way for a field that it would hide while that has the focus, and comes back', async () => {
    await page.evaluate(() => {
      const field = document.createElement('input');
      field.id = 'under';
      field.style.cssText = 'position:fixed;top:300px;right:120px;width:100px;height:24px';
      document.body.append(field);
    });
    expect(await isHidden()).toBe(true);
    await page.focus('#under');
    expect(await isHidden()).toBe(false);
    await page.keyboard.type('seen');
    expect(await page.$eval('#under', (field) => (field as HTMLInputElement).value)).toBe('seen');
    await page.$eval('#under', (field) => (field as HTMLInputElement).blur());
    expect(await isHidden()).toBe(true);
  });

  it('is not over a full screen', async () => {
    await page.evaluate(() => {
      const button = document.createElement('button');
      button.id = 'full';
      button.style.cssText =
        'position:fixed;top:300px;left:20px;width:100px;height:24px;z-index:9999';
      button.addEventListener('click', () => void document.documentElement.requestFullscreen());
      document.body.append(button);
    });
    await page.click('#full');
    await page.waitForFunction(() => document.fullscreenElement !== null);
    expect(await isHidden()).toBe(false);
    await page.evaluate(() => document.exitFullscreen());
    await page.waitForFunction(() => document.fullscreenElement === null);
    expect(await isHidden()).toBe(true);
  });

  it('collapsed tells score and grade of the lead in front, of nobody for somebody unknown, and moves nothing', async () => {
    await page.evaluate(() => {
      const seen = globalThis as unknown as { shifted: number };
      seen.shifted = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          seen.shifted += (entry as PerformanceEntry & { value: number }).value;
        }
      }).observe({ type: 'layout-shift' });
    });
    expect(await tabOf(page)).toBeNull();
    await toggle();
    await expect
      .poll(() => tabOf(page), { timeout: 10_000 })
      .toEqual({
        text: expect.stringMatching(/^\d+[A-D][1-4]$/),
        label: expect.stringMatching(/^Open Truce\. .*grade [A-D][1-4]/),
      });
    expect(await page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted)).toBe(
      0,
    );
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      new URL(scene.pageOf(scene.stranger)).hash,
    );
    await expect.poll(() => tabOf(page), { timeout: 10_000 }).toMatchObject({ text: 'Truce' });
  });
});
