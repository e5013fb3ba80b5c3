/** The CRM page of one lead, with the sidebar on it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { Sentence } from './sentence.ts';

/** The sidebar's element in the page says so when its frame has painted a lead. */
const PAINTED = '[data-truce=ready]';

/** Opens the page and waits for the sidebar, as long as `patience` milliseconds; null does not wait. */
export async function openLead(page: Page, url: string, patience: number | null): Promise<void> {
  const opened = page.goto(url, { waitUntil: 'domcontentloaded' });
  if (patience === null) {
    // A login or an error is for the person in front of the browser to see, and not ours to judge.
    await opened.catch(() => undefined);
    return;
  }
  await opened;
  await page.waitForSelector(PAINTED, { timeout: patience }).catch(() => {
    throw new Sentence(`The sidebar did not come up on ${url} within ${patience / 1000} seconds.`);
  });
}

/** How often the page is looked at before its picture is taken as it is. */
const MOST_LOOKS = 20;
const BETWEEN_LOOKS_MS = 300;

/** Saves what a person would see of the page, sidebar included, as PNG, once it holds still. */
export async function savePicture(page: Page, file: string): Promise<void> {
  // Beyond the viewport the view is resized for a moment, and frames of other origins come out blank.
  const look = () => page.screenshot({ type: 'png', captureBeyondViewport: false });
  let picture = await look();
  // The CRM's own parts come in one after the other; network and DOM say nothing about the frame's.
  for (let looks = 1; looks < MOST_LOOKS; looks++) {
    await sleep(BETWEEN_LOOKS_MS);
    const next = await look();
    const still = Buffer.compare(picture, next) === 0;
    picture = next;
    if (still) break;
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, picture);
}
