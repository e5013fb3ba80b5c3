import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handsOn } from './hands.ts';
import { galleryForFile } from './open-gallery.ts';

const gallery = galleryForFile();
let page: Page;

beforeAll(async () => {
  page = await gallery.newPage();
});
afterAll(() => page?.close());

/** Each room of the desk as it mostly looks. */
const ROOMS = {
  queue: 'review-queue',
  definition: 'definition-draft',
  score: 'score-full',
  reports: 'reports-full',
  'check-in': 'check-in-full',
};

describe('the desk without a mouse', () => {
  it.each(Object.entries(ROOMS))(
    '%s leads to every other room, and into itself',
    async (room, screen) => {
      await gallery.show(page, screen, { width: 1280 });
      const hands = handsOn(page);
      for (const other of Object.keys(ROOMS)) await hands.tabTo(`room-${other}`);
      expect(
        await page.$eval('nav [aria-current="page"]', (link) => link.getAttribute('data-action')),
      ).toBe(`room-${room}`);
      // On from the last room, the next stops are at work: in the header's few, then in the room.
      const inRoom = () =>
        page.evaluate(() => Boolean(document.activeElement?.closest('main')?.checkVisibility()));
      let steps = 0;
      for (; steps < 60 && !(await inRoom()); steps++) await hands.press('Tab');
      expect(await inRoom()).toBe(true);
      // And the ring that says where one is can be seen.
      const ring = await page.evaluate(() => {
        const active = document.activeElement;
        return active ? getComputedStyle(active).outlineStyle : 'none';
      });
      expect(ring).toBe('solid');
    },
  );
});
