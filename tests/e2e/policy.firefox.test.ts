import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ManagedScene, openManagedScene } from './support/managed-scene.ts';
import { whyNoPolicies } from './support/policy.ts';

/** The same in Firefox, whose frames are closed to automation: judged by the page and by what reaches the store. */
const why = whyNoPolicies('firefox');
if (why) console.warn(`Firefox under a policy is not tried here: ${why}.`);

/** Of a package that Mozilla has not signed. */
const UNSIGNED = { 'xpinstall.signatures.required': { Value: false, Status: 'locked' } };

describe.skipIf(why !== null)('a Firefox that an organisation has set up', () => {
  let there: ManagedScene;

  beforeAll(async () => {
    there = await openManagedScene('firefox', (made) => ({
      policies: { ...Object(made).policies, Preferences: UNSIGNED },
    }));
  });
  afterAll(() => there?.close());

  it('brings the sidebar on the CRM that the policy names, without a click', async () => {
    const { managed, crm, hot, scene } = there;
    const page = await managed.browser.newPage();
    await page.goto(`${crm.origin}/#/contacts/${hot.id}/show`);
    await page.waitForSelector('[data-truce=ready]');
    await expect
      .poll(async () => (await scene.team()).members.find(({ name }) => name === 'Kim Ito'))
      .toMatchObject({ via: 'sign-on', devices: [{ label: 'Firefox on Linux' }] });
    await expect.poll(asked, { timeout: 30_000 }).toMatch(/route="\/api\/leads\/find"[^}]*2xx/);
  });

  /** What the store has answered, by its own count. */
  const asked = async () => (await fetch(`${there.scene.store.url}/metrics`)).text();
});
