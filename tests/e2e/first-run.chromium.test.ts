import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Chromium,
  EXTENSION,
  inExtension,
  startChromium,
  untilText,
} from './support/chromium.ts';

/** What somebody sees who has just installed Truce and has nothing yet: no store, no CRM. */
let chromium: Chromium;
let options: Page;

beforeAll(async () => {
  chromium = await startChromium();
  const opened = await chromium.browser.waitForTarget(
    (target) => target.url() === `${EXTENSION}/options.html`,
  );
  options = (await opened.page()) ?? (await opened.asPage());
});
afterAll(() => chromium?.close());

const keptHere = () =>
  inExtension(chromium.browser, async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name).sort(),
    outbox: await new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open('truce-outbox');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const { result } = opening;
        if (result.objectStoreNames.length === 0) return resolve(0);
        const counting = result.transaction('entries').objectStore('entries').count();
        counting.onsuccess = () => resolve(counting.result);
      };
    }),
  }));

describe('the first run', () => {
  it('shows the real sidebar with a made-up lead in it, marked as one', async () => {
    await untilText(options, /Welcome to Truce/);
    await options.locator('[data-action=sample]').click();
    const sample = await options.waitForFrame((frame) => frame.url().includes('panel.html?sample'));
    await untilText(sample, /Sample[\s\S]*nothing is saved or sent[\s\S]*Marit Sandvik/);
    await sample.waitForSelector('[data-verdict=accepted]');
  });

  it('takes a verdict on it as the real one would, and keeps nothing', async () => {
    const sample = await options.waitForFrame((frame) => frame.url().includes('panel.html?sample'));
    await sample.locator('[data-verdict=accepted]').click();
    await untilText(sample, /Accepted/);
    // Accepted, so what comes after contact is offered.
    await sample.waitForSelector('[data-verdict=qualified]');
    expect((await keptHere()).outbox).toBe(0);
  });

  it('lets people choose where the sidebar lives, and keeps it', async () => {
    await options.locator('#looks input[value=panel]').click();
    await options.waitForFunction(async () => (await chrome.storage.local.get('home')).home);
    await options.reload();
    await options.locator('#looks input[value=panel]:checked').wait();
    const home = () =>
      inExtension(chromium.browser, async () => (await chrome.storage.local.get('home')).home);
    expect(await home()).toBe('panel');
  });
});
