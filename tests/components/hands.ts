/** What a person does on a page with ten fingers and no mouse. */
import type { Page } from 'puppeteer-core';
import { callsOf, focusOf } from './open-gallery.ts';

/** @returns the keyboard of a page, and what its screen was told last. */
export function handsOn(page: Page) {
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key as 'Enter');
  };

  /** Presses `key` while `held` is down. */
  async function chord(held: 'Control' | 'Alt', key: string) {
    await page.keyboard.down(held);
    await press(key);
    await page.keyboard.up(held);
  }

  /** Tabs until that has the focus, as a person would. */
  async function tabTo(name: string) {
    for (let step = 0; step < 80; step += 1) {
      if ((await focusOf(page)) === name) return;
      await press('Tab');
    }
    throw new Error(`Tab never reaches ${name}; it is at ${await focusOf(page)}`);
  }

  const saidLast = async (name: string) =>
    (await callsOf(page)).findLast((call) => call.name === name)?.said;

  const there = (selector: string) => page.$(selector).then(Boolean);
  return { press, chord, tabTo, saidLast, there };
}
