import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { untilText } from './support/chromium.ts';
import { type Firefox, pageAt, startFirefox } from './support/firefox.ts';
import { openSignOnScene, type SignOnScene } from './support/sign-on.ts';

/** Firefox keeps the address that sign-on ends at for the extension in its own way, with an id and a host of its own. */
let scene: SignOnScene;
let firefox: Firefox;
beforeAll(async () => {
  [scene, firefox] = await Promise.all([openSignOnScene(), startFirefox()]);
});
afterAll(() => Promise.all([firefox?.close(), scene?.close()]));

async function logIn(window: Page, login: string): Promise<void> {
  await window.waitForSelector('input[name=login]');
  await window.type('input[name=login]', login);
  await window.type('input[name=password]', 'any');
  await window.click('button[type=submit]');
  await window.waitForSelector('input[name=prompt][value=consent]');
  await window.click('button[type=submit]');
}

it('comes in through the company’s sign-on, and is let go by an admin', async () => {
  const { options } = firefox;
  await options.locator('input[name=store]').fill(scene.store.url);
  await options.locator('input[name=code]').click();
  await options.locator('button[data-action=sign-on]').click();
  await logIn(await pageAt(firefox.browser, `${scene.provider.issuer}/interaction`), 'kim');
  await options.waitForSelector('[data-state=connected]');
  await untilText(options, /Kim Ito, kim@acme\.example/);
  const { members } = await scene.team();
  expect(members.find(({ name }) => name === 'Kim Ito')).toMatchObject({
    via: 'sign-on',
    devices: [{ label: 'Firefox on Linux' }],
  });

  await scene.letGo('Kim Ito');
  await options.evaluate(() => location.reload());
  await untilText(options, /The store no longer knows this browser/);
});
