/** `npm run icons`: every size and state of the icon, from public/icon/truce.svg. Run it after changing the drawing; a test compares. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { makeProgress } from '../demo/progress.ts';
import { ensureBrowsers } from './install-browsers.ts';
import { drawIcons, ICONS } from './pictures/icons.ts';

const ROOT = join(import.meta.dirname, '..');

const { chromium } = await ensureBrowsers({ needFirefox: false, progress: makeProgress() });
const browser = await puppeteer.launch({
  executablePath: chromium,
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const pictures = await drawIcons(browser);
  for (const [place, { file }] of ICONS.entries()) {
    await mkdir(dirname(join(ROOT, file)), { recursive: true });
    await writeFile(join(ROOT, file), pictures[place] ?? '');
  }
  console.info(`${ICONS.length} icons`);
} finally {
  await browser.close();
}
