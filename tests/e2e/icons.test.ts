import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/browsers.ts';
import { drawIcons, GREY, ICONS, readDrawing } from '../../scripts/pictures/icons.ts';

/** The icons that are in the package are what the one drawing gives. */
const ROOT = join(import.meta.dirname, '../..');
/** Toolbars of Chrome, Edge and Firefox, light and dark. */
const TOOLBARS = ['#ffffff', '#f9f9fb', '#dfe1e5', '#35363a', '#2b2a33', '#202124'];
let browser: Browser;

beforeAll(async () => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium; run `npm test`, which installs one.');
  browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
});
afterAll(() => browser?.close());

/** Runs in the browser, which reads its own PNGs. @returns how far apart two pictures are, from 0 to 255, on average */
const apart = async (one: Uint8Array, other: Uint8Array): Promise<number> => {
  const page = await browser.newPage();
  const [a, b] = [one, other].map(
    (png) => `data:image/png;base64,${Buffer.from(png).toString('base64')}`,
  );
  const answer = await page.evaluate(
    async (pictures) => {
      const [left, right] = await Promise.all(
        pictures.map(async (source) => {
          const picture = new Image();
          picture.src = source ?? '';
          await picture.decode();
          const canvas = new OffscreenCanvas(picture.width, picture.height);
          const pen = canvas.getContext('2d');
          pen?.drawImage(picture, 0, 0);
          return pen?.getImageData(0, 0, picture.width, picture.height);
        }),
      );
      if (!left || !right || left.width !== right.width) return 255;
      const sum = left.data.reduce((all, at, i) => all + Math.abs(at - (right.data[i] ?? 0)), 0);
      return sum / left.data.length;
    },
    [a, b],
  );
  await page.close();
  return answer;
};

describe('the icon', () => {
  it('is in the package in every size and state as the drawing has it', async () => {
    const now = await drawIcons(browser);
    for (const [place, { file }] of ICONS.entries()) {
      const kept = await readFile(join(ROOT, file));
      // Browsers of other versions round the edge of a curve otherwise; another colour or shape is ten times as far.
      expect(await apart(kept, now[place] ?? kept), `${file}: npm run icons`).toBeLessThan(1);
    }
  });

  it('is told from every toolbar, three to one', async () => {
    const colours = (await readDrawing()).match(/(?<=fill=")#\w+/g) ?? [];
    expect(colours).toHaveLength(2);
    for (const colour of [...colours, GREY]) {
      for (const toolbar of TOOLBARS) {
        expect(contrast(colour, toolbar), `${colour} on ${toolbar}`).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other].map(luminance).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
