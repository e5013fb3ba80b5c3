/** A real Chromium with the built extension, set up through the extension's own pages. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Frame, type Page, type Target } from 'puppeteer-core';
import { extensionFolder } from '../../../demo/extension.ts';
import { findChromium, QUIET_CHROMIUM } from '../../../scripts/browsers.ts';

/** From the key in wxt.config.ts. */
export const EXTENSION = 'chrome-extension://pjmoebhlmlcgciihlhgknohonbpagelf';

export interface Chromium {
  browser: Browser;
  profile: string;
  close(): Promise<void>;
}

/**
 * @param profile an earlier one to go on with
 * @param built the unpacked extension, if it is not the one of this working tree
 * @param executablePath what starts the browser
 */
export async function startChromium(
  profile?: string,
  built = extensionFolder({ browser: 'chrome', mode: 'demo' }),
  executablePath = findChromium(),
): Promise<Chromium> {
  if (!executablePath) throw new Error('No Chromium; run `npm test`, which installs one.');
  const folder = profile ?? (await mkdtemp(join(tmpdir(), 'truce-chromium-')));
  const browser = await puppeteer.launch({
    executablePath,
    userDataDir: folder,
    pipe: true,
    args: [...QUIET_CHROMIUM],
    enableExtensions: [built],
    defaultViewport: { width: 1280, height: 800 },
  });
  // Newly installed, the extension opens its options in front, and what is behind another tab is not painted.
  if (!profile)
    await browser.waitForTarget((target) => target.url() === `${EXTENSION}/options.html`);
  return {
    browser,
    profile: folder,
    async close() {
      await browser.close();
      if (!profile) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Opens the options page, does something on it, closes it. */
export async function onOptions(
  browser: Browser,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`${EXTENSION}/options.html`);
  await act(page);
  await page.close();
}

/** Runs code in an extension page, for what only the extension can say (badges, storage). */
export async function inExtension<T>(browser: Browser, act: () => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  await page.goto(`${EXTENSION}/options.html`);
  const answer = await page.evaluate(act);
  await page.close();
  return answer as T;
}

/** Goes there, and waits until the frames of the page before are gone too: ours, in a process of its own, outlives its page a little. */
export async function visit(page: Page, url: string): Promise<void> {
  const before = page.frames().filter((frame) => frame !== page.mainFrame() && !frame.detached);
  const gone = before.map(
    (frame) =>
      new Promise<void>((resolve) => {
        page.on('framedetached', (detached) => detached === frame && resolve());
      }),
  );
  await page.goto(url);
  await Promise.all(gone);
}

/** @returns the sidebar's frame in this page, once it is there */
export function sidebarOf(page: Page): Promise<Frame> {
  return page.waitForFrame((frame) => frame.url().startsWith(`${EXTENSION}/sidebar`));
}

/** Waits until the text of the frame or page matches. */
export async function untilText(where: Frame | Page, pattern: RegExp): Promise<void> {
  await where.waitForFunction(
    (source: string, flags: string) => new RegExp(source, flags).test(document.body.innerText),
    // By the clock: a page behind another one is not painted, and waiting for its next frame may be for ever.
    { polling: 200 },
    pattern.source,
    pattern.flags,
  );
}

/**
 * Waits until the sidebar says so. A site that was switched on a moment ago may have its scout started twice, of which the
 * second takes the place of the first, frame included.
 */
export async function untilSidebarSays(page: Page, pattern: RegExp): Promise<Frame> {
  for (;;) {
    const sidebar = await sidebarOf(page);
    try {
      await untilText(sidebar, pattern);
      return sidebar;
    } catch (error) {
      if (!sidebar.detached) throw error;
    }
  }
}

/** Clicks the button whose words start like this. */
export async function press(where: Frame | Page, words: string): Promise<void> {
  await where.locator(`::-p-xpath(//button[starts-with(normalize-space(.), "${words}")])`).click();
}

/** @returns what settles when a page at this address has gone; to be called before it goes */
export function goneFrom(browser: Browser, address: string): Promise<void> {
  return new Promise((resolve) => {
    const look = (target: Target) => {
      if (!target.url().startsWith(address)) return;
      browser.off('targetdestroyed', look);
      resolve();
    };
    browser.on('targetdestroyed', look);
  });
}

/** Kills the background worker, as the browser does after 30 idle seconds or at any line; waits until it is gone. */
export async function killWorker(browser: Browser): Promise<void> {
  const isWorker = (target: Target) =>
    target.type() === 'service_worker' && target.url().startsWith(EXTENSION);
  await browser.waitForTarget(isWorker);
  const gone = new Promise<void>((resolve) => {
    browser.on('targetdestroyed', (target) => isWorker(target) && resolve());
  });
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.startsWith(EXTENSION),
  );
  await session.send('Target.closeTarget', { targetId: worker?.targetId ?? '' });
  await gone;
  await session.detach();
}
