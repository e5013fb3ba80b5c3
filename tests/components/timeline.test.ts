import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { galleryForFile } from './open-gallery.ts';

const gallery = galleryForFile();

/** What is drawn of the list now. */
type Drawn = {
  positions: number[];
  sizes: string[];
  nodes: number;
  topmost: Line | null;
  blank: boolean;
};
type Line = { position: number; top: number };

/** Looks when two frames have passed, as somebody would. */
const look = (page: Page): Promise<Drawn> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const scroller = document.querySelector('[data-scroll]') as HTMLElement;
    const view = scroller.getBoundingClientRect();
    const lines = [...document.querySelectorAll<HTMLElement>('[data-kind]')];
    const boxes = lines.map((line) => ({
      position: Number(line.getAttribute('aria-posinset')),
      top: line.getBoundingClientRect().top,
      bottom: line.getBoundingClientRect().bottom,
    }));
    const seen = boxes.filter(({ top, bottom }) => bottom > view.top && top < view.bottom);
    const heights = seen.reduce((sum, { top, bottom }) => sum + bottom - top, 0);
    return {
      positions: boxes.map(({ position }) => position),
      sizes: [...new Set(lines.map((line) => line.getAttribute('aria-setsize') ?? ''))],
      nodes: document.querySelectorAll('*').length,
      topmost: seen[0] ?? null,
      // Names of days are the rest; where nothing is drawn, there are no lines at all.
      blank: heights < view.height / 2,
    };
  });

const scrollTo = (page: Page, share: number): Promise<void> =>
  page.evaluate((part) => {
    const scroller = document.querySelector('[data-scroll]');
    scroller?.scrollTo(0, part * scroller.scrollHeight);
  }, share);

const following = (positions: number[]) =>
  positions.every((position, n) => n === 0 || position === (positions[n - 1] ?? 0) + 1);

describe('five thousand events', () => {
  let page: Page;
  beforeAll(async () => {
    page = await gallery.newPage();
    await gallery.show(page, 'sidebar-events');
  });

  it('are drawn near the view only, wherever that is, each with its place among all', async () => {
    const top = await look(page);
    expect(top.nodes).toBeLessThan(1500);
    expect(top.sizes).toEqual(['5000']);
    for (const share of [0.2, 0.5, 0.81, 0.37]) {
      await scrollTo(page, share);
      const drawn = await look(page);
      expect(drawn.blank).toBe(false);
      expect(drawn.nodes).toBeLessThan(1500);
      expect(following(drawn.positions)).toBe(true);
      // Events are about as high as each other, so the share scrolled is about the share passed.
      expect(Math.abs((drawn.topmost?.position ?? 0) / 5000 - share)).toBeLessThan(0.05);
    }
    await scrollTo(page, 1);
    await look(page);
    await scrollTo(page, 1);
    expect((await look(page)).positions.at(-1)).toBe(5000);
  });

  it('stay where they are while rows above turn out higher or lower than thought', async () => {
    await scrollTo(page, 0.6);
    let before = (await look(page)).topmost;
    for (let turn = 0; turn < 20; turn += 1) {
      const followed = before;
      const [moved, now] = await page.evaluate(async (position) => {
        const topOf = () =>
          document.querySelector(`[aria-posinset="${position}"]`)?.getBoundingClientRect().top ??
          Number.NaN;
        const start = topOf();
        document.querySelector('[data-scroll]')?.scrollBy(0, -120);
        for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
        return [topOf() - start, topOf()];
      }, followed?.position ?? 0);
      expect(Math.abs((moved ?? 0) - 120)).toBeLessThan(2);
      expect(now).not.toBeNaN();
      before = (await look(page)).topmost;
    }
  });

  it('stay where they are when something new comes on top', async () => {
    await scrollTo(page, 0.5);
    const before = (await look(page)).topmost;
    await page.evaluate(() => window.dispatchEvent(new Event('next-lead')));
    const after = await look(page);
    expect(after.sizes).toEqual(['5030']);
    expect(after.topmost?.position).toBe((before?.position ?? 0) + 30);
    expect(Math.abs((after.topmost?.top ?? 0) - (before?.top ?? 0))).toBeLessThan(2);
  });

  it('keep the focus in the list when the link that had it is scrolled away', async () => {
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-kind] a')?.focus());
    await scrollTo(page, 0.1);
    await look(page);
    expect(
      await page.evaluate(() => {
        const { activeElement } = document;
        return activeElement !== document.body && activeElement?.querySelector('ol') !== null;
      }),
    ).toBe(true);
  });
});

describe('older events', () => {
  it('come below without moving what one reads', async () => {
    const page = await gallery.newPage();
    await gallery.show(page, 'sidebar-events-few');
    await scrollTo(page, 0.7);
    const before = await look(page);
    expect(before.sizes).toEqual(['-1']);
    await page.evaluate(() => window.dispatchEvent(new Event('next-lead')));
    const after = await look(page);
    expect(after.topmost).toEqual(before.topmost);
    await scrollTo(page, 1);
    await look(page);
    await scrollTo(page, 1);
    expect((await look(page)).positions.at(-1)).toBe(100);
  });
});
