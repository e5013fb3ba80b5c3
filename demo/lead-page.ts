/** The CRM page of one lead, with the sidebar on it. */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Page } from 'puppeteer-core';

/** The sidebar's element in the page says so when its frame has painted a lead. */
const PAINTED = 'truce-sidebar[data-truce=ready]';

/** Opens the page and waits for the sidebar, as long as `patience` milliseconds; null does not wait. */
export async function openLead(page: Page, url: string, patience: number | null): Promise<void> {
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  if (patience === null) return;
  await page.waitForSelector(PAINTED, { timeout: patience }).catch(() => {
    throw new Error(`The sidebar did not come up on ${url} within ${patience / 1000} seconds.`);
  });
}

/** Saves what a person would see of the page, sidebar included, as PNG. */
export async function savePicture(page: Page, file: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // The CRM's own parts come in one after the other behind its fake network.
  await page.waitForNetworkIdle({ idleTime: 800, timeout: 10_000 }).catch(() => undefined);
  await mkdir(dirname(file), { recursive: true });
  await page.screenshot({ path: file as `${string}.png`, type: 'png' });
}
