/**
 * tests/components: every screen in a real browser, on made-up data.
 *
 * In: the built gallery. Out: that people can reach, read and use all of it: by keyboard, by screen reader,
 * in the dark, in a narrow place, and with names nobody expected.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { type Gallery, openGallery } from '../gallery/browser.ts';

export type Where = { width?: number; height?: number; theme?: 'light' | 'dark'; dir?: 'rtl' };

/** Opens one browser for the file. @returns how to show a screen on a page, and how to get more pages. */
export function galleryForFile() {
  let gallery: Gallery;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gallery-'));
    gallery = await openGallery(folder);
  }, 60_000);
  afterAll(async () => {
    await gallery.close();
    await rm(folder, { recursive: true });
  });

  async function show(page: Page, screen: string, where: Where = {}): Promise<void> {
    const { width = 380, height = 900, theme = 'light', dir = 'ltr' } = where;
    await page.setViewport({ width, height });
    await page.goto(`${gallery.address}?screen=${screen}&theme=${theme}&dir=${dir}`);
    await page.waitForSelector('[data-ready]');
  }

  return {
    newPage: () => gallery.browser.newPage(),
    show,
    /** The names of all screens. */
    screens: async (): Promise<string[]> => {
      const page = await gallery.browser.newPage();
      await page.goto(gallery.address);
      const names = await page.evaluate(() => (window as unknown as { screens: string[] }).screens);
      await page.close();
      return names;
    },
  };
}

/** @returns what the screen's callbacks were told, oldest first. */
export const callsOf = (page: Page): Promise<{ name: string; said: unknown }[]> =>
  page.evaluate(() => (window as unknown as { calls: { name: string; said: unknown }[] }).calls);

/** @returns a short name of what has the focus. */
export const focusOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const active = document.activeElement;
    if (!(active instanceof HTMLElement)) return 'nothing';
    // Names of such are made up; what they stand for is not.
    if (active instanceof HTMLInputElement && /radio|checkbox/.test(active.type))
      return active.value;
    const { verdict, action, line, filter } = active.dataset;
    const named = active.getAttribute('name') ?? active.getAttribute('aria-label');
    return verdict ?? action ?? line ?? filter ?? named ?? active.tagName.toLowerCase();
  });
