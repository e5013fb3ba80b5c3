/** Takes a picture once the page holds still: what comes in late has come. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page, ScreenshotClip } from 'puppeteer-core';
import { smallPng } from '../../demo/small-png.ts';

/** How often the page is looked at before it is taken as it is. */
const MOST_LOOKS = 40;
const BETWEEN_LOOKS_MS = 300;
/** So often the same is still. */
const STILL = 3;

/** @returns the page as PNG, as the browser writes it */
export async function look(page: Page, clip?: ScreenshotClip): Promise<Uint8Array> {
  // Beyond the viewport the view is resized for a moment, and frames of other origins come out blank.
  const once = () => page.screenshot({ captureBeyondViewport: false, clip });
  let last = await once();
  let still = 0;
  for (let looks = 0; looks < MOST_LOOKS && still < STILL; looks++) {
    await new Promise((next) => setTimeout(next, BETWEEN_LOOKS_MS));
    const next = await once();
    still = Buffer.compare(last, next) === 0 ? still + 1 : 0;
    last = next;
  }
  return last;
}

/** Saves what is in front under a name. */
export type Take = (page: Page, name: string, clip?: ScreenshotClip) => Promise<void>;

/**
 * @param only part of a name: others are passed by, which is quick
 * @returns saves pictures in this folder, small enough for a repository
 */
export function takeInto(folder: string, only = ''): Take {
  return async (page, name, clip) => {
    if (!name.includes(only)) return;
    const picture = smallPng(await look(page, clip));
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${name}.png`), picture);
  };
}
