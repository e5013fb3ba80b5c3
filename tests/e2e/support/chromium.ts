/** A real Chromium with the built extension, set up through the extension's own pages. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import { extensionFolder } from '../../../demo/extension.ts';
import { findChromium } from '../../../scripts/browsers.ts';

/** From the key in wxt.config.ts. */
export const EXTENSION = 'chrome-extension://pjmoebhlmlcgciihlhgknohonbpagelf';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Chromium {
  browser: Browser;
  profile: string;
  close(): Promise<void>;
}

/** @param profile an earlier one to go on with */
export async function startChromium(profile?: string): Promise<Chromium> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium; run `npm test`, which installs one.');
  const folder = profile ?? (await mkdtemp(join(tmpdir(), 'truce-chromium-')));
  const browser = await puppeteer.launch({
    executablePath,
    userDataDir: folder,
    pipe: true,
    args: FLAGS,
    enableExtensions: [extensionFolder({ browser: 'chrome', mode: 'demo' })],
    defaultViewport: { width: 1280, height: 800 },
  });
  return {
    browser,
    profile: folder,
    async close() {
      await browser.close();
      if (!profile) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Connects the extension as the person the code is for, the way they would. */
export async function connect(browser: Browser, store: string, code: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`${EXTENSION}/options.html`);
  await page.locator('input[name=store]').fill(store);
  await page.locator('input[name=code]').fill(code);
  await page.locator('button[data-action=connect]').click();
  await page.waitForSelector('[data-state=connected]');
  await page.close();
}

/** Switches a CRM site on in the options. */
export async function addSite(browser: Browser, origin: string, crm: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`${EXTENSION}/options.html`);
  await page.locator('input[name=site]').fill(origin);
  await page.locator('select[name=crm]').fill(crm);
  await page.locator('button[data-action=add-site]').click();
  await page.waitForSelector(`[data-site="${origin}"]`);
  await page.close();
}

/** @returns the sidebar's frame in this page, once it is there */
export function sidebarOf(page: Page): Promise<Frame> {
  return page.waitForFrame((frame) => frame.url().startsWith(`${EXTENSION}/sidebar`));
}

/** Waits until the text of the frame or page matches. */
export async function untilText(where: Frame | Page, pattern: RegExp): Promise<void> {
  await where.waitForFunction(
    (source: string, flags: string) => new RegExp(source, flags).test(document.body.innerText),
    {},
    pattern.source,
    pattern.flags,
  );
}

/** Clicks the button whose words start like this. */
export async function press(where: Frame | Page, words: string): Promise<void> {
  await where.locator(`::-p-xpath(//button[starts-with(normalize-space(.), "${words}")])`).click();
}

/** Kills the background worker, as the browser does after 30 idle seconds or at any line. */
export async function killWorker(browser: Browser): Promise<void> {
  const worker = browser
    .targets()
    .find((target) => target.type() === 'service_worker' && target.url().startsWith(EXTENSION));
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const info = targetInfos.find(({ url }) => url === worker?.url());
  if (info) await session.send('Target.closeTarget', { targetId: info.targetId });
  await session.detach();
}
