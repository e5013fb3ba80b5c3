import type { Page, Target } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Chromium, EXTENSION, startChromium, untilText } from './support/chromium.ts';
import { openSignOnScene, type SignOnScene } from './support/sign-on.ts';

/** Coming in as people do: through the company's own sign-on, in the window that the browser opens for it. */
let scene: SignOnScene;
let chromium: Chromium;
let options: Page;

beforeAll(async () => {
  [scene, chromium] = await Promise.all([openSignOnScene(), startChromium()]);
  options = await chromium.browser.newPage();
});
afterAll(() => Promise.all([chromium?.close(), scene?.close()]));
beforeEach(async () => {
  // Nobody is signed in at the provider, and this browser is not connected.
  const session = await options.createCDPSession();
  await session.send('Network.clearBrowserCookies');
  await options.goto(`${EXTENSION}/options.html`);
  await options.waitForSelector('[data-state=connected], form[data-form=connect]');
  const disconnect = await options.$('button[data-action=disconnect]');
  await disconnect?.click();
  await options.waitForSelector('form[data-form=connect]');
  await options.reload();
});

/** Enters the address, and presses the button that comes then. @returns the window that opens */
async function begun(): Promise<Page> {
  await options.bringToFront();
  await options.locator('input[name=store]').fill(scene.store.url);
  const opened = chromium.browser.waitForTarget(isProvider);
  await options.locator('input[name=code]').click();
  await options.locator('button[data-action=sign-on]').click();
  return (await opened).asPage();
}

const isProvider = (target: Target) =>
  target.url().startsWith(`${scene.provider.issuer}/interaction`);

async function logIn(window: Page, login: string): Promise<void> {
  await window.waitForSelector('input[name=login]');
  await window.type('input[name=login]', login);
  await window.type('input[name=password]', 'any');
  await window.click('button[type=submit]');
  await window.waitForSelector('input[name=prompt][value=consent]');
  await window.click('button[type=submit]');
}

describe('a browser of the company', () => {
  it('comes in through the company’s sign-on, and is let go by an admin', async () => {
    const window = await begun();
    await logIn(window, 'kim');
    await options.waitForSelector('[data-state=connected]');
    await untilText(options, /Kim Ito, kim@acme\.example/);
    const { members } = await scene.team();
    expect(members.find(({ name }) => name === 'Kim Ito')).toMatchObject({
      email: 'kim@acme.example',
      role: 'rep',
      via: 'sign-on',
      devices: [{ label: 'Chrome on Linux' }],
    });
    expect(window.isClosed()).toBe(true);

    await scene.letGo('Kim Ito');
    await options.reload();
    await untilText(options, /The store no longer knows this browser/);
    // And in again, as who they were.
    await logIn(await begunAgain(), 'kim');
    await options.waitForSelector('[data-state=connected]');
    const after = await scene.team();
    expect(after.members.filter(({ email }) => email === 'kim@acme.example')).toHaveLength(1);
  });

  /** The address is known, so the button is there at once. */
  async function begunAgain(): Promise<Page> {
    const session = await options.createCDPSession();
    await session.send('Network.clearBrowserCookies');
    const opened = chromium.browser.waitForTarget(isProvider);
    await options.locator('button[data-action=sign-on]').click();
    return (await opened).asPage();
  }

  it('says why somebody is not let in', async () => {
    await logIn(await begun(), 'eve');
    await untilText(options, /eve@elsewhere\.example is not in this team/);
    expect((await scene.team()).members.map(({ name }) => name)).not.toContain('Eve');
  });

  it('says so when the window is closed', async () => {
    const window = await begun();
    await window.close();
    await untilText(options, /The sign-on was cancelled/);
  });

  it('says so when the store calls itself otherwise', async () => {
    const { port } = new URL(scene.store.url);
    await options.locator('input[name=store]').fill(`http://localhost:${port}`);
    await options.locator('input[name=code]').click();
    await options.locator('button[data-action=sign-on]').click();
    await untilText(options, /Enter http:\/\/127\.0\.0\.1:\d+ instead/);
  });

  it('tells the store when it is disconnected', async () => {
    await logIn(await begun(), 'kim');
    await options.waitForSelector('[data-state=connected]');
    const browsers = async () =>
      (await scene.team()).members.find(({ name }) => name === 'Kim Ito')?.devices.length;
    const before = Number(await browsers());
    expect(before).toBeGreaterThan(0);
    await options.locator('button[data-action=disconnect]').click();
    await expect.poll(browsers).toBe(before - 1);
  });

  it('comes in by an invitation link', async () => {
    const link = await scene.workspace.inviteByLink('Lou');
    const page = await chromium.browser.newPage();
    await page.goto(link);
    await untilText(page, /connects one browser, once/);
    const shown = await page.$eval('#link', (output) => output.textContent ?? '');
    expect(shown).toBe(link);
    await page.goto('about:blank');
    await page.goto(`${scene.store.url}/invite#half`);
    await untilText(page, /The link is not whole/);
    await page.close();

    await options.bringToFront();
    await options.locator('input[name=store]').fill(link);
    await untilText(options, /An invitation to 127\.0\.0\.1/);
    await options.locator('button[data-action=connect]').click();
    await options.waitForSelector('[data-state=connected]');
    await untilText(options, /Lou/);
  });
});
