/** The toolbar's popup, which a browser without a window of its own never paints: opened as a page behind the tab it speaks of. */
import type { Page } from 'puppeteer-core';
import type { Stage } from './stage.ts';

/** As wide as the popup makes itself. */
const WIDTH = 360;

/** @returns the popup, as it is while the stage's page is in front */
export async function popupOver(
  { browser, page, extensionOrigin }: Stage,
  height: number,
): Promise<Page> {
  await page.bringToFront();
  const session = await page.createCDPSession();
  const url = `${extensionOrigin}/popup.html`;
  const opened = browser.waitForTarget((target) => target.url() === url);
  await session.send('Target.createTarget', { url, background: true });
  await session.detach();
  const popup = await (await opened).asPage();
  await popup.waitForSelector('footer', { polling: 100 } as never);
  await popup.setViewport({ width: WIDTH, height });
  return popup;
}
