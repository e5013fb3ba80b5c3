/** An organisation that has rolled Truce out: its store and provider, a CRM, and a browser with a fresh profile under its policy. */
import { type CrmServer, serveCrm } from '../../../demo/crm-server.ts';
import { type Managed, startManaged } from './policy.ts';
import { type Desk, openDesk } from './rolled-out.ts';
import { CRM, type Person, people } from './scene.ts';
import { openSignOnScene, type SignOnScene } from './sign-on.ts';

const POLICY_FILES = { chromium: 'chrome.json', firefox: 'firefox-policies.json' };

export interface ManagedScene {
  desk: Desk;
  scene: SignOnScene;
  crm: CrmServer;
  managed: Managed;
  /** Sets these keys as well, while the browser runs. */
  also(keys: Record<string, unknown>): void;
  /** Somebody of whom the store knows that they asked for a demo. */
  hot: Person;
  close(): Promise<void>;
}

/** @param forTests adds to the policy that `npm run roll-out` made what only automation needs */
export async function openManagedScene(
  kind: 'chromium' | 'firefox',
  forTests: (policy: object) => object,
): Promise<ManagedScene> {
  const desk = await openDesk();
  const [scene, crm] = await Promise.all([
    openSignOnScene({ TRUCE_REDIRECT_URIS: desk.redirects }),
    serveCrm({ port: 0, dir: CRM }),
  ]);
  const [hot] = people();
  await scene.workspace.send(hot.email, { firstName: hot.firstName, lastName: hot.lastName }, [
    { name: 'Demo Requested', properties: { name: 'Website' }, daysAgo: 3 },
  ]);
  scene.provider.knows = 'kim';
  const policy = {
    store: scene.store.url,
    signOn: 'silent',
    consent: 'given',
    sites: [{ origin: crm.origin, crm: 'atomic' }],
  };
  const made = (keys: Record<string, unknown> = {}) =>
    forTests(Object(desk.rollOut({ ...policy, ...keys }, POLICY_FILES[kind])));
  const managed = await startManaged(kind, made());
  return {
    desk,
    scene,
    crm,
    managed,
    also: (keys) => managed.set(made(keys)),
    hot,
    async close() {
      await managed.close();
      await Promise.all([crm.close(), scene.close(), desk.close()]);
    },
  };
}
