/** The ground in Chromium, whose frames a test can look into. */
import {
  EXTENSION,
  inExtension,
  sidebarOf,
  startChromium,
  untilText,
} from '../../support/chromium.ts';
import { addSiteOn, connectOn } from '../../support/options.ts';
import { type Field, type Ground, opener, openField, PRIVATE } from './ground.ts';
import { entriesOf, openPanels } from './kept.ts';

/** What the bar says while answers are off. */
const OFF = /covered or faded by the page|Not saved: the page/;

export interface Opened {
  ground: Ground;
  close(): Promise<void>;
}

export async function chromiumGround(): Promise<Opened> {
  const field: Field = await openField();
  const chromium = await startChromium();
  const { browser } = chromium;
  const setUp = await browser.newPage();
  await setUp.goto(`${EXTENSION}/options.html`);
  await connectOn(setUp, field.store.url, await field.workspace.invite('Kim Okafor', 'rep'));
  for (const { origin } of [field.crm, field.list]) await addSiteOn(setUp, origin, 'atomic');
  await setUp.close();
  const ground: Ground = {
    browser: 'Chromium',
    field,
    extension: EXTENSION,
    ...opener(browser, field, (page) => ground.untilSaid(page, PRIVATE)),
    outbox: () => inExtension(browser, entriesOf),
    untilSaid: async (page, pattern) => untilText(await sidebarOf(page), pattern),
    async toolbar(page) {
      await inExtension(browser, openPanels);
      await page.bringToFront();
    },
    untilGiven: async (page) => untilText(await sidebarOf(page), /Undo/),
    untilOff: async (page) => untilText(await sidebarOf(page), OFF),
  };
  return {
    ground,
    async close() {
      await chromium.close();
      await field.close();
    },
  };
}
