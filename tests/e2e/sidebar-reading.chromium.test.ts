import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, sidebarOf, untilText } from './support/chromium.ts';
import { startAs } from './support/rep.ts';
import { nameOf, openScene, type Scene } from './support/scene.ts';

/** What one reads in the sidebar, on the built extension and the real store. */
let scene: Scene;
let rep: Chromium;
let page: Page;
let sidebar: Frame;

beforeAll(async () => {
  scene = await openScene();
  const domain = scene.hot.email.split('@')[1];
  const traits = { firstName: 'Bo', lastName: 'Lindqvist', company: scene.hot.company };
  await scene.workspace.send(`bo.lindqvist@${domain}`, traits, [
    { name: 'Webinar Attended', properties: { name: 'Capacity basics' }, daysAgo: 2 },
  ]);
  rep = await startAs(scene, 'Kim Okafor', 'rep');
  page = await rep.browser.newPage();
});
afterAll(async () => {
  await Promise.all([rep?.close(), scene?.close()]);
});

const click = (selector: string) => sidebar.locator(selector).click();
const kindsShown = () =>
  sidebar.$$eval('[data-kind]', (lines) => [
    ...new Set(lines.map((line) => line.getAttribute('data-kind'))),
  ]);

/** Waits until the lead on screen counts as looked at, later than that. */
async function untilLookedAt(after: number): Promise<void> {
  const lastLook = () =>
    sidebar.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open('truce-cards');
          opening.onsuccess = () => {
            const { result: database } = opening;
            const asked = database.transaction('entries').objectStore('entries').get('looked');
            asked.onsuccess = () => {
              database.close();
              resolve(Math.max(0, ...Object.values<number>(asked.result ?? {})));
            };
          };
        }),
    );
  await expect.poll(lastLook, { timeout: 20_000 }).toBeGreaterThan(after);
}

describe('a rep reads', () => {
  it('only events of one kind, and what colleagues did', async () => {
    await page.goto(scene.pageOf(scene.hot));
    sidebar = await sidebarOf(page);
    await untilText(sidebar, new RegExp(nameOf(scene.hot)));
    await click('[data-filter="all"]');
    await click('[data-only="webinar_attended"]');
    await expect.poll(kindsShown).toEqual(['webinar_attended']);
    await click('[data-filter="company"]');
    await untilText(sidebar, /Capacity basics[\s\S]*Bo Lindqvist/);
  });

  it('watches the lead, which the store remembers', async () => {
    await click('[data-action="watch"]');
    await sidebar.waitForSelector('[data-action="watch"][aria-pressed="true"]');
    await page.reload();
    sidebar = await sidebarOf(page);
    await sidebar.waitForSelector('[data-action="watch"][aria-pressed="true"]');
  });

  it('what is new since they last looked, and not what they saw happen', async () => {
    await untilLookedAt(0);
    await page.goto(scene.pageOf(scene.cool));
    await untilText(sidebar, new RegExp(nameOf(scene.cool)));
    const back = Date.now();
    await scene.workspace.send(scene.hot.email, {}, [
      { name: 'Form Submitted', properties: { name: 'Callback' } },
      { name: 'Form Submitted', properties: { name: 'Newsletter' } },
    ]);
    await page.goto(scene.pageOf(scene.hot));
    await sidebar.waitForSelector('[data-since="2"]');
    await scene.workspace.send(scene.hot.email, {}, [
      { name: 'Form Submitted', properties: { name: 'Brochure' } },
    ]);
    await untilText(sidebar, /Brochure/);
    await untilLookedAt(back);
    await page.goto(scene.pageOf(scene.cool));
    await untilText(sidebar, new RegExp(nameOf(scene.cool)));
    await page.goto(scene.pageOf(scene.hot));
    await untilText(sidebar, new RegExp(nameOf(scene.hot)));
    await sidebar.waitForSelector('[data-since="0"]');
  });
});
