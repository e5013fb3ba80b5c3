/** The ground in Firefox, whose frames are closed to tests: judged by what the page can see and what the extension keeps. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { SEEN_MS } from '../../../../lib/lead/plain-sight.ts';
import { EXTENSION, startFirefox } from '../../support/firefox.ts';
import { addSiteOn, connectOn } from '../../support/options.ts';
import type { Opened } from './chromium-ground.ts';
import { type Ground, opener, openField } from './ground.ts';
import { entriesOf, openPanels } from './kept.ts';

export async function firefoxGround(): Promise<Opened> {
  const field = await openField();
  const firefox = await startFirefox();
  const { browser, options } = firefox;
  await connectOn(options, field.store.url, await field.workspace.invite('Kim Okafor', 'rep'));
  for (const { origin } of [field.crm, field.list]) await addSiteOn(options, origin, 'atomic');
  /** The frame shows what the page's own mark tells, and has got what lies in the cards on the disk. */
  const untilReady = async (page: Page) => {
    await page.waitForSelector('[data-truce=ready]', { timeout: 20_000 });
  };
  const ground: Ground = {
    browser: 'Firefox',
    field,
    extension: EXTENSION,
    ...opener(browser, field, untilReady),
    outbox: () => options.evaluate(entriesOf),
    untilSaid: untilReady,
    toolbar: () => options.evaluate(openPanels),
    untilGiven: () => expect.poll(ground.outbox, { timeout: 10_000 }).toContain('"accepted"'),
    untilOff: () => new Promise((resolve) => setTimeout(resolve, SEEN_MS + 400)),
  };
  return {
    ground,
    async close() {
      await firefox.close();
      await field.close();
    },
  };
}
