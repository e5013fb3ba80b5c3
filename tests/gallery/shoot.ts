/** Saves a picture of every screen: `node tests/gallery/shoot.ts <directory> [part of a name]`. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openGallery } from './browser.ts';

const [target = 'shots', only = ''] = process.argv.slice(2);

/** Widths and height each kind of screen is looked at. */
const SIZES: Record<string, { widths: number[]; height: number }> = {
  sidebar: { widths: [320, 380, 560], height: 900 },
  review: { widths: [1440, 640], height: 900 },
  score: { widths: [1440, 820, 360], height: 1500 },
  options: { widths: [1000, 360], height: 900 },
  popup: { widths: [360], height: 560 },
  store: { widths: [1200, 360], height: 900 },
  teach: { widths: [380, 320], height: 700 },
};

const folder = await mkdtemp(join(tmpdir(), 'gallery-'));
const gallery = await openGallery(folder);
try {
  await mkdir(target, { recursive: true });
  const page = await gallery.browser.newPage();
  await page.goto(gallery.address);
  const names = await page.evaluate(() => (window as unknown as { screens: string[] }).screens);
  for (const name of names.filter((each) => each.includes(only))) {
    const size = SIZES[name.split('-')[0] ?? ''] ?? { widths: [800], height: 600 };
    for (const theme of ['light', 'dark']) {
      for (const width of size.widths) {
        await page.setViewport({ width, height: size.height, deviceScaleFactor: 1 });
        await page.goto(`${gallery.address}?screen=${name}&theme=${theme}`);
        await page.waitForSelector('[data-ready]');
        await page.evaluate(() => new Promise((next) => setTimeout(next, 80)));
        await page.screenshot({
          path: join(target, `${name}-${theme}-${width}.png`) as `${string}.png`,
        });
      }
    }
  }
} finally {
  await gallery.close();
  await rm(folder, { recursive: true });
}
