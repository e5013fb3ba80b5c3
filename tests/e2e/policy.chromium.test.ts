import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CrmServer, serveCrm } from '../../demo/crm-server.ts';
import { untilText } from './support/chromium.ts';
import { type Managed, startManaged, whyNoPolicies } from './support/policy.ts';
import { type Desk, openDesk } from './support/rolled-out.ts';
import { CRM, type Person, people } from './support/scene.ts';
import { openSignOnScene, type SignOnScene } from './support/sign-on.ts';

/** Rolled out by IT: a fresh profile under a real policy file, and nobody presses anything. */
const why = whyNoPolicies('chromium');
if (why) console.warn(`Chromium under a policy is not tried here: ${why}.`);

describe.skipIf(why !== null)('a Chromium that an organisation has set up', () => {
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
    await scene.workspace.send(hot.email, { firstName: hot.firstName, lastName: hot.lastName }, [
      { name: 'Demo Requested', properties: { name: 'Website' }, daysAgo: 3 },
    ]);
    scene.provider.knows = 'kim';
    const policy = desk.rollOut(
      {
        store: scene.store.url,
        signOn: 'silent',
        consent: 'given',
        sites: [{ origin: crm.origin, crm: 'atomic' }],
      },
      'chrome.json',
    );
    managed = await startManaged('chromium', {
      ...Object(policy),
      // Without it nobody looks into what a policy installed, tests included.
      DeveloperToolsAvailability: 1,
    });
  });
  afterAll(async () => {
    await managed?.close();
    await Promise.all([crm?.close(), scene?.close(), desk?.close()]);
  });

  it('shows the score on the CRM that the policy names, without a click', async () => {
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
});
