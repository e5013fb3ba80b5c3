import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CrmServer, serveCrm } from '../../demo/crm-server.ts';
import { type Managed, startManaged, whyNoPolicies } from './support/policy.ts';
import { type Desk, openDesk } from './support/rolled-out.ts';
import { CRM, type Person, people } from './support/scene.ts';
import { openSignOnScene, type SignOnScene } from './support/sign-on.ts';

/** The same in Firefox, whose frames are closed to automation: judged by the page and by what reaches the store. */
const why = whyNoPolicies('firefox');
if (why) console.warn(`Firefox under a policy is not tried here: ${why}.`);

describe.skipIf(why !== null)('a Firefox that an organisation has set up', () => {
  let desk: Desk;
  let scene: SignOnScene;
  let crm: CrmServer;
  let managed: Managed;
  let hot: Person;

  beforeAll(async () => {
    desk = await openDesk();
    [scene, crm] = await Promise.all([
      openSignOnScene({ TRUCE_REDIRECT_URIS: desk.redirects }),
      serveCrm({ port: 0, dir: CRM }),
    ]);
    [hot] = people();
    scene.provider.knows = 'kim';
    const made = desk.rollOut(
      {
        store: scene.store.url,
        signOn: 'silent',
        consent: 'given',
        sites: [{ origin: crm.origin, crm: 'atomic' }],
      },
      'firefox-policies.json',
    );
    const { policies } = Object(made);
    managed = await startManaged('firefox', {
      policies: {
        ...policies,
        // Of a package that Mozilla has not signed.
        Preferences: { 'xpinstall.signatures.required': { Value: false, Status: 'locked' } },
      },
    });
  });
  afterAll(async () => {
    await managed?.close();
    await Promise.all([crm?.close(), scene?.close(), desk?.close()]);
  });

  it('brings the sidebar on the CRM that the policy names, without a click', async () => {
    const page = await managed.browser.newPage();
    await page.goto(`${crm.origin}/#/contacts/${hot.id}/show`);
    await page.waitForSelector('[data-truce=ready]');
    await expect
      .poll(async () => (await scene.team()).members.find(({ name }) => name === 'Kim Ito'))
      .toMatchObject({ via: 'sign-on', devices: [{ label: 'Firefox on Linux' }] });
    await expect.poll(asked, { timeout: 30_000 }).toMatch(/route="\/api\/leads\/find"[^}]*2xx/);
  });

  /** What the store has answered, by its own count. */
  const asked = async () => (await fetch(`${scene.store.url}/metrics`)).text();
});
