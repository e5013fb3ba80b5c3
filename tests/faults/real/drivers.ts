/** The two browsers, each with the built extension, killed and started again with the same profile. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import {
  type Chromium,
  EXTENSION as IN_CHROMIUM,
  killWorker,
  startChromium,
} from '../../e2e/support/chromium.ts';
import { type Firefox, goInside, startFirefox } from '../../e2e/support/firefox.ts';
import { openDisk } from './disk.ts';
import type { Driver } from './hands.ts';

export type BrowserName = Driver['name'];

export interface DriverOptions {
  /** Folder of the unpacked extension. */
  built: string;
  /** For what it needs besides. */
  folder: string;
  /** Any page that is not ours. */
  door: string;
}

const PATIENCE_MS = 120_000;

export const startDriver = (name: BrowserName, options: DriverOptions): Promise<Driver> =>
  name === 'chromium' ? chromiumDriver(options) : firefoxDriver(options);

async function chromiumDriver({ built, folder }: DriverOptions): Promise<Driver> {
  const profile = join(folder, 'profile');
  const disk = await openDisk(profile);
  await beDeveloper(profile);
  let running: Chromium = await startChromium(profile, built);
  // Newly installed, it opens its options in front.
  await running.browser.waitForTarget((target) => target.url() === `${IN_CHROMIUM}/options.html`);
  return {
    name: 'chromium',
    async openPage(path) {
      const page = patient(await running.browser.newPage());
      // An extension that is just being loaded is no address yet.
      while (!(await page.goto(`${IN_CHROMIUM}/${path}`).catch(() => null))) await soon();
      return page;
    },
    kill: () => killed(running.browser),
    setDiskFull: disk.setFull,
    async start() {
      running = await startChromium(profile, built);
    },
    stopWorker: () => killWorker(running.browser),
    reload: reloaded,
    async close() {
      await running.browser.close().catch(() => undefined);
      await disk.remove();
    },
  };
}

/** As on `chrome://extensions`: without it an unpacked extension that starts anew is switched off. */
async function beDeveloper(profile: string): Promise<void> {
  const file = join(profile, 'Default/Preferences');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
}

async function firefoxDriver({ built, door, folder }: DriverOptions): Promise<Driver> {
  const profile = join(folder, 'profile');
  const disk = await openDisk(profile);
  let running: Firefox;
  const start = async () => {
    running = await startFirefox(profile, built);
    // The extension's pages go when it is reloaded, and a window without a tab goes as well.
    await (await running.browser.newPage()).goto(door);
  };
  await start();
  return {
    name: 'firefox',
    async openPage(path) {
      const page = patient(await running.browser.newPage());
      await page.goto(door);
      await goInside(page, path);
      return page;
    },
    async kill() {
      // Puppeteer's copies of the preferences: it would put them back while the next start makes them anew.
      for (const name of ['prefs.js', 'user.js'])
        await rm(join(profile, `${name}.puppeteer`), { force: true });
      await killed(running.browser);
    },
    setDiskFull: disk.setFull,
    start,
    stopWorker: untilAsleep,
    reload: reloaded,
    async close() {
      await running.browser.close().catch(() => undefined);
      await disk.remove();
    },
  };
}

/** Several browsers share two processors, and a round has a limit of its own. */
function patient(page: Page): Page {
  page.setDefaultTimeout(PATIENCE_MS);
  page.setDefaultNavigationTimeout(PATIENCE_MS);
  return page;
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 50));

/** The whole group of processes, which the browser leads. */
async function killed(browser: Browser): Promise<void> {
  const leader = leaderOf(browser);
  const gone = new Promise<void>((resolve) => browser.process()?.once('exit', () => resolve()));
  process.kill(-leader, 'SIGKILL');
  await gone;
}

function leaderOf(browser: Browser): number {
  const pid = browser.process()?.pid;
  if (pid === undefined) throw new Error('The browser does not run.');
  return pid;
}

/** Firefox gives no background page while it is asleep; how long it waits is set in tests/e2e/support/firefox.ts. */
async function untilAsleep(page: Page): Promise<void> {
  for (;;) {
    const asleep = await page.evaluate(() => {
      const { browser } = globalThis as unknown as {
        browser: { extension: { getBackgroundPage(): unknown } };
      };
      return browser.extension.getBackgroundPage() === null;
    });
    if (asleep) return;
    await soon();
  }
}

async function reloaded(page: Page): Promise<void> {
  // The page goes with it, so it is not waited for.
  await page.evaluate(() => {
    setTimeout(() => chrome.runtime.reload(), 0);
  });
  while (await page.evaluate(() => true).catch(() => false)) await soon();
}
