import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilText } from './support/chromium.ts';
import { type ManagedScene, openManagedScene } from './support/managed-scene.ts';
import { whyNoPolicies } from './support/policy.ts';

/** Rolled out by IT: a fresh profile under a real policy file, and nobody presses anything. */
const why = whyNoPolicies('chromium');
if (why) console.warn(`Chromium under a policy is not tried here: ${why}.`);

describe.skipIf(why !== null)('a Chromium that an organisation has set up', () => {
  let there: ManagedScene;

  beforeAll(async () => {
    // Without it nobody looks into what a policy installed, tests included.
    there = await openManagedScene('chromium', (policy) => ({
      ...policy,
      DeveloperToolsAvailability: 1,
    }));
  });
  afterAll(() => there?.close());

  it('shows the score on the CRM that the policy names, without a click', async () => {
    const { managed, crm, hot, desk, scene } = there;
    const page = await managed.browser.newPage();
    await page.goto(`${crm.origin}/#/contacts/${hot.id}/show`);
    const sidebar = await page.waitForFrame((frame) =>
      frame.url().startsWith(`chrome-extension://${desk.id}/sidebar`),
    );
    await untilText(sidebar, /Asked for a demo/);
    await untilText(sidebar, new RegExp(`${hot.firstName} ${hot.lastName}`));
    const { members } = await scene.team();
    expect(members.map(({ name }) => name)).toContain('Kim Ito');
    expect(desk.fetched).toContain('chrome-updates.xml');
  });

  it('hears of a change while it runs', async () => {
    const { managed, desk, also } = there;
    const options = await managed.browser.newPage();
    await options.goto(`chrome-extension://${desk.id}/options.html#taught`);
    const takeIn = '#taught input[type=file]';
    await options.waitForSelector(takeIn);
    also({ teach: 'off' });
    await options.waitForFunction((it) => !document.querySelector(it), {}, takeIn);
  });
});
