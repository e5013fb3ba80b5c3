/**
 * Real client libraries, as they come from npm, against a real store that is killed and stopped while they send: what they
 * were told is delivered is in the timeline, once, in the order in which it was done.
 */
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import Rudder from '@rudderstack/rudder-sdk-node';
import { Analytics } from '@segment/analytics-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TimelinePage } from '../../lib/contract/event.ts';
import { preparedFolder, usePostgres } from './support/engines.ts';
import { createDatabase } from './support/postgres.ts';
import { enter, post, type StoreProcess, startStore } from './support/store-process.ts';

const CODE = '7K3MQX2P';
/** Enough for several batches before, between and after two ends of the store. */
const EVENTS = 60;

describe.each(['pglite', 'postgres'] as const)('real clients, on %s', (engine) => {
  const postgresUrl = usePostgres();
  let env: Record<string, string> = {};
  let store: StoreProcess;
  let sender: { token: string; writeKey: string };
  let folder = '';

  beforeAll(async () => {
    env = { PORT: String(await freePort()), TRUCE_SETUP_CODE: CODE };
    if (engine === 'postgres') env.DATABASE_URL = await createDatabase(postgresUrl());
    else {
      folder = await preparedFolder();
      env.TRUCE_DATA_DIR = folder;
    }
    store = await startStore(env);
    sender = await enter(store.url, CODE);
  });
  afterAll(async () => {
    await store?.end('SIGKILL');
    if (folder !== '') await rm(folder, { recursive: true, force: true });
  });

  /** Once pulled out from under its senders, once asked to stop; the same address afterwards. */
  const restart = async (signal: NodeJS.Signals) => {
    await store.end(signal);
    store = await startStore(env);
  };

  const titlesOf = async (email: string): Promise<string[]> => {
    const record = { crm: 'atomic', org: 'localhost:4861', kind: 'contact', id: randomUUID() };
    const body = { record, facts: { email } };
    const found = await post<{ card: { leadId: string } }>(
      store.url,
      '/api/leads/find',
      body,
      sender.token,
    );
    const path = `/api/leads/${found.card.leadId}/events?limit=200`;
    const headers = { authorization: `Bearer ${sender.token}` };
    const answer = await fetch(store.url + path, { headers });
    const page = (await answer.json()) as TimelinePage;
    return page.events.map(({ title }) => title).reverse();
  };

  const names = Array.from({ length: EVENTS }, (_, n) => `Step ${String(n).padStart(3, '0')}`);

  /** Says every name, in order, while the store is killed and later stopped. @returns what the client is told of each */
  const sayAll = async (track: (event: string, told: (error: unknown) => void) => void) => {
    const delivered: Promise<unknown>[] = [];
    const say = async (some: readonly string[]) => {
      for (const event of some) {
        await nextMillisecond();
        delivered.push(
          new Promise((resolve, reject) =>
            track(event, (error) => (error ? reject(error) : resolve(0))),
          ),
        );
      }
    };
    await say(names.slice(0, 20));
    const killed = restart('SIGKILL');
    await say(names.slice(20, 30));
    await killed;
    await say(names.slice(30, 40));
    const stopped = restart('SIGTERM');
    await say(names.slice(40));
    await stopped;
    return delivered;
  };

  it('takes every event of @segment/analytics-node once, in order, through two restarts', async () => {
    const email = 'node@acme.example';
    const analytics = new Analytics({
      host: store.url,
      writeKey: sender.writeKey,
      flushAt: 5,
      maxRetries: 100,
    });
    let requests = 0;
    let answers = 0;
    analytics.on('http_request', () => {
      requests++;
    });
    analytics.on('http_response', () => {
      answers++;
    });
    const delivered = await sayAll((event, told) =>
      analytics.track({ userId: email, event }, (error) => told(error)),
    );
    await analytics.flush();
    await Promise.all(delivered);
    // Or it has not been tried: requests that got no answer were sent again.
    expect(requests).toBeGreaterThan(answers);
    expect(await titlesOf(email)).toEqual(names);
  });

  it('takes every event of @rudderstack/rudder-sdk-node once, in order, through two restarts', async () => {
    const email = 'rudder@acme.example';
    let retries = 0;
    const rudder = new Rudder(sender.writeKey, {
      dataPlaneUrl: store.url,
      flushAt: 5,
      retryCount: 600,
      logLevel: 'none',
      axiosRetryConfig: {
        retryDelay: () => 100,
        onRetry: () => {
          retries++;
        },
      },
    });
    const delivered = await sayAll((event, told) =>
      rudder.track({ userId: email, event }, (...[error]: unknown[]) => told(error)),
    );
    await rudder.flush();
    await Promise.all(delivered);
    expect(retries).toBeGreaterThan(0);
    expect(await titlesOf(email)).toEqual(names);
  });

  it('takes what is sent again although it was kept, as no news', async () => {
    const batch = [{ type: 'track', userId: 'twice@acme.example', event: 'Once', messageId: '1' }];
    const body = { writeKey: sender.writeKey, batch };
    const send = () => post<{ accepted: number }>(store.url, '/v1/batch', body);
    expect((await send()).accepted).toBe(1);
    await restart('SIGKILL');
    expect((await send()).accepted).toBe(0);
    expect(await titlesOf('twice@acme.example')).toEqual(['Once']);
  });
});

/** Within one millisecond nobody can tell what came first. */
async function nextMillisecond(): Promise<void> {
  const now = Date.now();
  while (Date.now() === now) await new Promise((resolve) => setImmediate(resolve));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('No free port.');
  return address.port;
}
