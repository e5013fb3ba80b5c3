/**
 * A marketer's first morning, room by room, as pictures.
 *
 * In: a store with the sample team, a browser with the extension. Out: one small PNG per step of docs/first-morning.md.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { connect } from './pairing.ts';
import { smallPng } from './small-png.ts';
import type { StoreClient } from './store-client.ts';

interface Morning {
  browser: Browser;
  extensionOrigin: string;
  client: StoreClient;
  admin: string;
  /** Folder of the pictures. */
  target: string;
}

const WIDE = { width: 1280, height: 940 };
/** As the mouse of somebody who waits for nothing: a page is ready when its numbers are. */
const READY = 'main:not([aria-busy="true"]) h1, main:not([aria-busy="true"]) [data-line]';

export async function takeMorning(morning: Morning): Promise<void> {
  const { browser, extensionOrigin, client, admin, target } = morning;
  await mkdir(target, { recursive: true });
  const page = await browser.newPage();
  await page.setViewport(WIDE);
  await page.goto(`${extensionOrigin}/options.html`);
  const newCode = () => client.invite(admin, 'Ines Moreau', 'marketer');
  await connect(page, { storeUrl: client.url, newCode });

  const enter = async (room: string) => {
    await page.goto(`${extensionOrigin}/review.html#${room}`);
    // From one room to the next is no load; asking anew is.
    await page.reload();
    await page.waitForSelector(READY);
  };
  const take = (name: string) => picture(page, join(target, `morning-${name}.png`));
  const click = (selector: string) => page.locator(selector).click();

  await enter('queue');
  await page.waitForSelector('[data-line]');
  await take('queue');
  await click('[data-line]');
  await page.waitForSelector('[data-form="answer"]');
  await take('case');

  await enter('queue');
  await page.waitForSelector('[data-pattern]');
  await click('[data-action="draft-rule"]');
  await page.waitForSelector('[data-pattern] a[href="#definition"]');
  await take('pattern');

  await enter('definition');
  await page.waitForFunction(() => /would have done/.test(document.body.textContent));
  await take('definition');
  await click('[data-action="sign-marketing"]');
  await page.waitForSelector('[data-action="withdraw-marketing"]');
  await take('signed');

  await enter('reports');
  await take('reports');

  await enter('check-in');
  await page
    .locator('[name="decided"]')
    .fill('Students are asked for their university by the form');
  await page.locator('[name="owner"]').fill('Ines Moreau');
  await click('[data-action="record"]');
  await page.waitForSelector('[data-decision]');
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    window.scrollTo(0, 0);
  });
  await take('check-in');
}

/** How often the page is looked at before it is taken as it is. */
const MOST_LOOKS = 40;
const BETWEEN_LOOKS_MS = 300;

/** Once the page holds still: what comes in late has come. */
async function picture(page: Page, file: string): Promise<void> {
  let last = await page.screenshot({ captureBeyondViewport: false });
  let still = 0;
  for (let looks = 0; looks < MOST_LOOKS && still < 3; looks++) {
    await new Promise((next) => setTimeout(next, BETWEEN_LOOKS_MS));
    const next = await page.screenshot({ captureBeyondViewport: false });
    still = Buffer.compare(last, next) === 0 ? still + 1 : 0;
    last = next;
  }
  await writeFile(file, smallPng(last));
}
