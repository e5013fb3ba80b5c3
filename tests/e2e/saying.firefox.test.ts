import { afterAll, beforeAll, describe } from 'vitest';
import { untilText } from './support/chromium.ts';
import { EXTENSION, type Firefox, pageAt, startFirefox } from './support/firefox.ts';
import { addSiteOn, connectOn } from './support/options.ts';
import { saysItAll } from './support/saying.ts';
import { nameOf, openScene, type Scene } from './support/scene.ts';

/** What a rep says over some days in Firefox, whose frames are closed to automation: in the lead's own tab, which is the same page. */
let scene: Scene;
let firefox: Firefox;

beforeAll(async () => {
  scene = await openScene();
  firefox = await startFirefox();
  const code = await scene.workspace.invite('Kim Okafor', 'rep');
  await connectOn(firefox.options, scene.store.url, code);
  await addSiteOn(firefox.options, scene.crm.origin, 'atomic');
});
afterAll(() => Promise.all([firefox?.close(), scene?.close()]));

describe('a rep over some days, in Firefox', () => {
  saysItAll({
    scene: () => scene,
    async open(person, leadId) {
      const { browser, options } = firefox;
      const address = `${EXTENSION}/panel.html?lead=${leadId}`;
      for (const page of await browser.pages()) {
        const href = await page.evaluate(() => location.href).catch(() => '');
        if (href.startsWith(`${EXTENSION}/panel.html`)) await page.close();
      }
      await options.bringToFront();
      await options.evaluate((url) => {
        const { browser: own } = globalThis as unknown as {
          browser: { tabs: { create(tab: { url: string }): Promise<unknown> } };
        };
        return own.tabs.create({ url }).then(() => undefined);
      }, address);
      const sidebar = await pageAt(browser, address);
      await untilText(sidebar, new RegExp(nameOf(person)));
      return sidebar;
    },
  });
});
