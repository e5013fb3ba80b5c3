/** Takes a picture once the page holds still: what comes in late has come. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page, ScreenshotClip } from 'puppeteer-core';
import { smallPng } from '../../demo/small-png.ts';

/** How often the page is looked at before it is taken as it is. */
const MOST_LOOKS = 40;
const BETWEEN_LOOKS_MS = 300;
/** So often the same is still. */
const STILL = 2;

/** @returns the page as PNG, as the browser writes it */
export async function look(page: Page, clip?: ScreenshotClip): Promise<Uint8Array> {
  // Beyond the viewport the view is resized for a moment, and frames of other origins come out blank.
  await page.bringToFront();
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

/** With a palette: small, and all that calm screens need. */
export const small = smallPng;
/** As the browser writes it, 24 bits and no transparency: what extension stores take. */
export const whole = (png: Uint8Array): Uint8Array => png;

/**
 * @param only a pattern of names: others are passed by, which is quick
 * @returns saves pictures in this folder
 */
export function takeInto(folder: string, as: typeof small | typeof whole, only = ''): Take {
  const wanted = new RegExp(only);
  return async (page, name, clip) => {
    if (!wanted.test(name)) return;
    const picture = as(await look(page, clip));
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${name}.png`), picture);
  };
}
