/** The toolbar's popup, which a browser without a window of its own never paints: opened as a page behind the tab it speaks of. */
import type { Page } from 'puppeteer-core';
import type { Stage } from './stage.ts';

/** As wide as the popup makes itself. */
const WIDTH = 360;

/** Time for what it asks about the tab. */
const LOOKS_MS = 2500;

/**
 * @param ready what is in it once it has its answers
 * @returns the popup, as it is while the stage's page is in front
 */
export async function popupOver(
  { browser, page, extensionOrigin }: Stage,
  height: number,
  ready: string,
): Promise<Page> {
  await page.bringToFront();
  const session = await page.createCDPSession();
  const url = `${extensionOrigin}/popup.html`;
  const opened = browser.waitForTarget((target) => target.url() === url);
  await session.send('Target.createTarget', { url, background: true });
  await session.detach();
  const popup = await (await opened).asPage();
  await popup.waitForSelector(ready, { polling: 100 } as never);
  await new Promise((next) => setTimeout(next, LOOKS_MS));
  await popup.setViewport({ width: WIDTH, height });
  // It looks again every second, and would soon see itself in front; what is behind is never painted.
  await popup.evaluate(() => {
    const last = Number(setTimeout(() => undefined));
    for (let timer = 0; timer <= last; timer++) clearInterval(timer);
  });
  await popup.bringToFront();
  return popup;
}
