/** Attacks on what lies over a list: chips in the closed root, drawn by the page's own process, and the card of a row. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { Group } from './support/attack.ts';
import { type Ground, LEAD, listOf, readsNothing, SIZE } from './support/ground.ts';

/** In the page: where points of the screen are ours, in rows; looked for in steps, then to the point. */
function ownRuns({ width, height }: { width: number; height: number }) {
  const step = 16;
  const isOwn = (x: number, y: number) =>
    document.elementFromPoint(x, y)?.hasAttribute('data-truce') === true;
  const runs: { x: number; y: number; width: number }[] = [];
  for (let y = 2; y < height; y += 7) {
    for (let x = 0; x < width; x += step) {
      if (!isOwn(x, y)) continue;
      let from = x;
      while (isOwn(from - 1, y)) from -= 1;
      while (isOwn(x, y)) x += 1;
      runs.push({ x: from, y, width: x - from });
    }
  }
  return runs;
}

/** Waits until the chip of the lead is there, as the page itself can see. */
async function untilChip(page: Page) {
  await page.evaluate((name) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.nodeValue?.includes(name)) node.parentElement?.scrollIntoView({ block: 'center' });
    }
  }, LEAD.name);
  await expect
    .poll(async () => (await page.evaluate(ownRuns, SIZE)).length, { timeout: 30_000 })
    .toBeGreaterThan(0);
  return page.evaluate(ownRuns, SIZE);
}

/** Points at the first chip, wherever it is by now. @returns how wide what is ours is then */
async function widthPointedAt(page: Page): Promise<number> {
  const runs = await untilChip(page);
  const widest = Math.max(...runs.map(({ width }) => width));
  const [chip] = runs;
  if (widest < 300) await page.mouse.move((chip?.x ?? 0) + 20, (chip?.y ?? 0) + 6);
  return widest;
}

export const LISTING: Group = {
  name: 'Lists: chips and the card of a row',
  at: (ground: Ground) => listOf(ground.field),
  ready: false,
  attacks: [
    {
      what: 'find the chips by asking every point, and tell scores apart by how wide they are',
      async run(_, page) {
        const runs = await untilChip(page);
        const widest = Math.max(...runs.map(({ width }) => width));
        // As wide as the widest score, within the border, and three pixels more to press on both sides.
        expect(widest).toBe(66 - 2 + 6);
        return 'sees which rows have a chip';
      },
    },
    {
      what: 'lend us fonts: `@font-face` under every name, one per kind of letter, and see which are fetched',
      async run(_, page) {
        const fetched = await page.evaluate(async () => {
          document.body.style.display = 'none';
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)));
          const names = ['system-ui', 'sans-serif', 'Segoe UI', 'Roboto', 'BlinkMacSystemFont'];
          const faces = names.flatMap((family) =>
            ['U+30-39', 'U+41-5A', 'U+61-7A'].map(
              (unicodeRange) =>
                new FontFace(family, `url(/font-${unicodeRange}.woff2)`, { unicodeRange }),
            ),
          );
          for (const face of faces) document.fonts.add(face);
          document.body.style.display = '';
          for (const each of document.querySelectorAll<HTMLElement>('body, body *'))
            each.style.fontFamily = 'monospace';
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 400)));
          const used = faces.filter(({ status }) => status !== 'unloaded');
          for (const face of faces) document.fonts.delete(face);
          return used.map(({ family, unicodeRange }) => `${family} ${unicodeRange}`);
        });
        expect(fetched).toEqual([]);
        return 'reads nothing';
      },
    },
    {
      what: 'read chips as text: DOM, `window.find`, selection, names for screen readers',
      async run(_, page) {
        await untilChip(page);
        return readsNothing(
          await page.evaluate(() => {
            const find = Reflect.get(window, 'find') as ((text: string) => boolean) | undefined;
            const host = document.querySelector<HTMLElement>('[data-truce]');
            document.execCommand('selectAll');
            const selected = String(getSelection());
            getSelection()?.removeAllRanges();
            const grades = [...'ABCD'].flatMap((grade) => [...'1234'].map((heat) => grade + heat));
            const found = ['not enough yet', ...grades].filter((text) => find?.call(window, text));
            if (found.some((text) => !document.body.innerText.includes(text)))
              throw new Error(`found ${found.join()}`);
            return [selected, host?.innerText, host?.ariaLabel, document.body.innerText];
          }),
        );
      },
    },
    {
      what: 'read the card of a row while it is open',
      async run(_, page) {
        await expect.poll(() => widthPointedAt(page), { timeout: 20_000 }).toBeGreaterThan(300);
        const loot = await page.evaluate(() => [
          document.documentElement.outerHTML,
          window.length,
          document.activeElement?.nodeName,
        ]);
        expect(loot[1]).toBe(0);
        readsNothing(loot);
        return 'sees how large it is';
      },
    },
  ],
};
