/** A real Firefox with the built extension. BiDi does not list frames of extensions: those are driven by coordinates. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { extensionFolder } from '../../../demo/extension.ts';
import { findFirefox } from '../../../scripts/browsers.ts';

const UUID = '5f0c3a9e-7d52-4c0e-9a57-2f6f1d6f7a10';
export const EXTENSION = `moz-extension://${UUID}`;

export interface Firefox {
  browser: Browser;
  profile: string;
  /** The options page, which Truce opens by itself when it is installed. */
  options: Page;
  close(): Promise<void>;
}

/**
 * @param profile an earlier one to go on with
 * @param built the extension, unpacked or packed, if it is not the one of this working tree
 * @param executablePath what starts the browser
 * @param prefs settings of Firefox, besides those that every test has
 * @param args what else it is started with
 */
export async function startFirefox(
  profile?: string,
  built = extensionFolder({ browser: 'firefox', mode: 'demo' }),
  executablePath = findFirefox(),
  prefs: Record<string, boolean | number> = {},
  args: string[] = [],
): Promise<Firefox> {
  if (!executablePath) throw new Error('No Firefox; run `npm test`, which installs one.');
  const userDataDir = profile ?? (await mkdtemp(join(tmpdir(), 'truce-firefox-')));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    userDataDir,
    args,
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: {
      // Firefox invents an address for each installation; tests have to know it.
      'extensions.webextensions.uuids': JSON.stringify({ 'truce@truce.example': UUID }),
      // The background page is put to sleep after this much idleness instead of 30 s.
      'extensions.background.idle.timeout': 1500,
      // An extension that is not signed is gone with the browser, and comes again; what it kept is to stay, as a signed one's does.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      ...prefs,
    },
  });
  await browser.installExtension(built);
  const options = await pageAt(browser, `${EXTENSION}/options.html`);
  return {
    browser,
    profile: userDataDir,
    options,
    async close() {
      await browser.close();
      if (!profile) await rm(userDataDir, { recursive: true, force: true });
    },
  };
}

/**
 * @returns the tab that shows this extension page. BiDi refuses to go to such addresses, and reports tabs that the
 * extension opened as blank, but lets one talk to them.
 */
export async function pageAt(browser: Browser, address: string): Promise<Page> {
  for (;;) {
    for (const page of await browser.pages()) {
      const href = await page.evaluate(() => location.href).catch(() => '');
      if (href.startsWith(address)) return page;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Firefox lets nobody in by an address of ours but through a page of another site, which any site's page may do. */
const WAY_IN = 'sidebar-elsewhere.html';

/**
 * Brings a tab to a page of the extension, as BiDi does not.
 *
 * @param page a tab that shows a page of some site
 * @param path within the extension
 */
export async function goInside(page: Page, path: string): Promise<void> {
  for (const step of [WAY_IN, path]) await went(page, `${EXTENSION}/${step}`);
}

/** Goes there by the page itself. */
async function went(page: Page, address: string): Promise<void> {
  const go = (to: string) => {
    location.href = to;
  };
  for (let tries = 0; ; tries += 1) {
    // An extension that is just being loaded is no address yet.
    if (tries % 40 === 0) await page.evaluate(go, address).catch(() => undefined);
    const href = await page.evaluate(() => location.href).catch(() => '');
    if (href.startsWith(address)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
