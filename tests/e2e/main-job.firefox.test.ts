import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { press, untilText } from './support/chromium.ts';
import { EXTENSION, type Firefox, pageAt, startFirefox } from './support/firefox.ts';
import { addSiteOn, connectOn } from './support/options.ts';
import { nameOf, openScene, type Person, type Scene } from './support/scene.ts';

/**
 * The main job in Firefox. Its frames are closed to automation, so the sidebar is driven by mouse and keyboard where
 * people would, and judged by what reaches the store and what it keeps on the disk.
 */
let scene: Scene;
let firefox: Firefox;
let page: Page;

/** Middle of a button of the verdict bar, from the lower right corner of the window. */
const BUTTONS = { accept: [305, 30], recycle: [186, 30], reject: [71, 30] } as const;

beforeAll(async () => {
  scene = await openScene();
  firefox = await startFirefox();
  // One person with both hats: this browser shows the sidebar and the review desk.
  const code = await scene.workspace.invite('Kim Okafor', 'admin');
  await connectOn(firefox.options, scene.store.url, code);
  await addSiteOn(firefox.options, scene.crm.origin, 'atomic');
  page = await firefox.browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
});
afterAll(() => Promise.all([firefox?.close(), scene?.close()]));

async function open(person: Person) {
  await page.bringToFront();
  await page.goto('about:blank');
  await page.goto(scene.pageOf(person));
  await page.waitForSelector('[data-truce=ready]');
  await expect.poll(keptCards, { timeout: 20_000 }).toContain(nameOf(person));
}

const click = (button: keyof typeof BUTTONS) => {
  const [right, bottom] = BUTTONS[button];
  return page.mouse.click(1280 - right, 800 - bottom);
};

/** Does something, and waits until the verdict bar has become another picture and stays it. */
async function untilRedrawn(act: () => Promise<void>): Promise<void> {
  const clip = { x: 900, y: 500, width: 380, height: 300 };
  const look = () => page.screenshot({ clip, encoding: 'base64', captureBeyondViewport: false });
  const before = await look();
  await act();
  let last = before;
  await expect
    .poll(
      async () => {
        const now = await look();
        const settled = now !== before && now === last;
        last = now;
        return settled;
      },
      { timeout: 20_000 },
    )
    .toBe(true);
}

/** What the sidebar has been given, as it lies in the extension's database. */
const keptCards = () => inDatabase('truce-cards');
const outbox = () => inDatabase('truce-outbox');
const inDatabase = (name: string) =>
  firefox.options.evaluate(
    (database) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open(database);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('entries').objectStore('entries').getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(JSON.stringify(all.result));
          };
        };
      }),
    name,
  );

const verdictsOn = async (person: Person) => {
  const leadId = (await scene.workspace.find(scene.crm.origin, person.email)) ?? '';
  return (await scene.workspace.card(leadId)).feedback.filter(({ kind }) => kind === 'verdict');
};

describe('a rep in Firefox', () => {
  it('accepts, and the verdict is in the store', async () => {
    await open(scene.hot);
    await click('accept');
    await expect.poll(outbox, { timeout: 10_000 }).toContain('"accepted"');
    await expect
      .poll(() => verdictsOn(scene.hot), { timeout: 45_000 })
      .toMatchObject([{ verdict: 'accepted', by: 'Kim Okafor' }]);
    await expect.poll(outbox, { timeout: 10_000 }).not.toContain('"accepted"');
  });

  it('rejects while the store is down and the background sleeps; it arrives once, is answered, and the answer comes back', async () => {
    await open(scene.cool);
    await scene.store.kill();
    await untilRedrawn(() => click('reject'));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Writing a thesis.');
    await page.keyboard.down('Control');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    await expect.poll(outbox, { timeout: 10_000 }).toContain('"rejected"');
    await expect.poll(backgroundSleeps, { timeout: 30_000 }).toBe(true);
    await scene.store.start();

    await expect.poll(() => verdictsOn(scene.cool), { timeout: 90_000 }).toHaveLength(1);
    expect(await verdictsOn(scene.cool)).toMatchObject([
      { verdict: 'rejected', reason: 'Student', note: 'Writing a thesis.' },
    ]);

    await firefox.options.bringToFront();
    await press(firefox.options, 'Open the review desk');
    const desk = await pageAt(firefox.browser, `${EXTENSION}/review.html`);
    await untilText(desk, new RegExp(nameOf(scene.cool)));
    await desk.locator(`::-p-text(${nameOf(scene.cool)})`).click();
    await untilText(desk, /Writing a thesis/);
    await desk.locator('::-p-xpath(//label[contains(., "Kept because")])').click();
    await desk.locator('textarea').fill('Students may become customers.');
    await press(desk, 'Send');
    await page.bringToFront();
    await expect.poll(keptCards, { timeout: 30_000 }).toContain('Students may become customers.');
    expect((await scene.workspace.queue()).lines).toEqual([]);
    expect(await verdictsOn(scene.cool)).toHaveLength(1);
  }, 180_000);
});

/** Firefox gives no background page while it is asleep. */
const backgroundSleeps = () =>
  firefox.options.evaluate(async () => {
    const { browser } = globalThis as unknown as {
      browser: {
        extension: { getViews(query: { type: string }): unknown[]; getBackgroundPage(): unknown };
      };
    };
    return browser.extension.getBackgroundPage() === null;
  });
