/** A store whose people sign in with their company, and that company's provider: both real, both on this machine. */
import { team } from '../../../lib/contract/people.ts';
import { CLIENT, startProvider, type TestProvider } from '../../server/support/provider.ts';
import { startTestStore, type TestStore } from './store.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export interface SignOnScene {
  provider: TestProvider;
  store: TestStore;
  workspace: Workspace;
  /** What the store says about its people. */
  team(): Promise<ReturnType<typeof team.parse>>;
  /** Ends the connection of the only browser of this member, as an admin. */
  letGo(name: string): Promise<void>;
  close(): Promise<void>;
}

/** @param settings of the store, besides those of its sign-on */
export async function openSignOnScene(settings: Record<string, string> = {}): Promise<SignOnScene> {
  const started: TestProvider[] = [];
  const store = await startTestStore(async (url) => {
    const provider = await startProvider(`${url}/auth/callback`);
    started.push(provider);
    return {
      TRUCE_URL: url,
      TRUCE_OIDC_ISSUER: provider.issuer,
      TRUCE_OIDC_CLIENT_ID: CLIENT.id,
      TRUCE_OIDC_CLIENT_SECRET: CLIENT.secret,
      TRUCE_OIDC_NAME: 'Acme ID',
      TRUCE_OIDC_DOMAINS: 'acme.example',
      ...settings,
    };
  });
  const [provider] = started;
  if (!provider) throw new Error('There is no provider.');
  provider.accounts.set('kim', {
    name: 'Kim Ito',
    email: 'kim@acme.example',
    email_verified: true,
  });
  provider.accounts.set('eve', {
    name: 'Eve',
    email: 'eve@elsewhere.example',
    email_verified: true,
  });
  const workspace = await openWorkspace(store.url);
  const asked = async (path: string, method = 'GET') => {
    const headers = { authorization: `Bearer ${workspace.token}` };
    const answer = await fetch(store.url + path, { method, headers });
    return team.parse(await answer.json());
  };
  return {
    provider,
    store,
    workspace,
    team: () => asked('/api/team'),
    async letGo(name) {
      const { members } = await asked('/api/team');
      const device = members.find((member) => member.name === name)?.devices[0];
      await asked(`/api/devices/${device?.deviceId}`, 'DELETE');
    },
    async close() {
      await Promise.all([store.remove(), provider.close()]);
    },
  };
}
