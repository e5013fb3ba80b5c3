/** A real store on either database, with leads to speak of, behind a proxy of ours. */
import { startTestStore, type TestStore } from '../../e2e/support/store.ts';
import { openWorkspace, type Workspace } from '../../e2e/support/workspace.ts';
import { cutConnections } from '../../server/support/cut-connections.ts';
import { createDatabase, startPostgres } from '../../server/support/postgres.ts';
import { type FaultProxy, startProxy } from './proxy.ts';

export type EngineName = 'embedded' | 'postgres';

export interface Place {
  store: TestStore;
  proxy: FaultProxy;
  workspace: Workspace;
  /** The database under the store, when it is a server of its own. */
  postgres: { cut(): Promise<void>; restart(): Promise<void> } | null;
  /** @returns the ids of so many new leads */
  leads(count: number): Promise<string[]>;
  close(): Promise<void>;
}

export async function openPlace(engine: EngineName): Promise<Place> {
  // A database that is killed with its store has to be there again, so it writes as in earnest.
  const server = engine === 'postgres' ? await startPostgres(['max_connections=60']) : null;
  const databaseUrl = server ? await createDatabase(server.url) : null;
  const settings: Record<string, string> = databaseUrl ? { DATABASE_URL: databaseUrl } : {};
  const store = await startTestStore(async () => settings);
  const [proxy, workspace] = await Promise.all([startProxy(store.url), openWorkspace(store.url)]);
  let made = 0;
  return {
    store,
    proxy,
    workspace,
    postgres:
      server && databaseUrl
        ? { cut: () => cutConnections(databaseUrl), restart: server.restart }
        : null,
    async leads(count) {
      const emails = Array.from({ length: count }, () => `lead${made++}@acme.example`);
      const batch = emails.map((email) => ({
        ...{ type: 'track', event: 'Demo Requested', messageId: `m:${email}`, userId: email },
        ...{
          timestamp: new Date(),
          properties: { name: 'Website' },
          context: { traits: { email } },
        },
      }));
      const body = JSON.stringify({ writeKey: workspace.writeKey, batch });
      const answer = await fetch(`${store.url}/v1/batch`, { method: 'POST', body });
      if (!answer.ok) throw new Error(`No leads: ${answer.status} ${await answer.text()}`);
      return Promise.all(
        emails.map(async (email) => {
          const found = await workspace.find(store.url, email);
          if (!found) throw new Error(`No lead for ${email}.`);
          return found;
        }),
      );
    },
    async close() {
      await proxy.close();
      await store.remove();
      await server?.stop();
    },
  };
}
