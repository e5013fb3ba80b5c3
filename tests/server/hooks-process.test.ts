import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import type { HookAnswer } from '../../lib/contract/hooks.ts';
import { usePostgres } from './support/engines.ts';
import { createDatabase } from './support/postgres.ts';
import { makeReceiver, verified } from './support/receiver.ts';
import { enter, post, type StoreProcess, startStore } from './support/store-process.ts';

const CODE = '7K3MQX2P';

describe('a store that is killed while it sends', () => {
  const server = usePostgres();
  const running = new Set<StoreProcess>();
  afterEach(async () => {
    await Promise.all([...running].map((store) => store.end('SIGKILL')));
    running.clear();
  });

  it('sends again what it could not note, with the same id, and ends its work when it is asked to stop', async () => {
    const DATABASE_URL = await createDatabase(server());
    const env = { DATABASE_URL, TRUCE_SETUP_CODE: CODE, TRUCE_HOOKS_PRIVATE: 'allow' };
    const start = async () => {
      const store = await startStore(env);
      running.add(store);
      return store;
    };
    // The first request gets no answer, so that it has arrived and nothing is noted of it.
    const receiver = await makeReceiver((response, n) => {
      if (n > 1) response.writeHead(200).end();
    });
    const store = await start();
    const { token, writeKey } = await enter(store.url, CODE);
    const hook = { url: receiver.url, topics: ['lead.handed-over'] };
    const { secret } = await post<HookAnswer>(store.url, '/api/hooks', hook, token);
    const event = { type: 'track', event: 'Demo Requested', userId: 'ana@acme.example' };
    await post(store.url, '/v1/t', { writeKey, ...event });
    await receiver.until(1);
    await store.end('SIGKILL');

    const client = new pg.Client({ connectionString: DATABASE_URL });
    await client.connect();
    const rows = async () =>
      (await client.query('select state, attempts, delivery_id from hook_delivery')).rows;
    expect(await rows()).toMatchObject([{ state: 'waiting', attempts: 0 }]);
    // What it had taken is free again after half a minute, which nobody wants to wait for here.
    await client.query(`update hook_delivery set next_at = next_at - interval '1 minute'`);
    const again = await start();
    await receiver.until(2);
    const [first, second] = receiver.received;
    expect(first && second && first.id === second.id).toBe(true);
    if (second) expect(verified(second, secret).type).toBe('lead.handed-over');
    // What was answered is noted before it ends.
    expect(await again.end('SIGTERM')).toBe(0);
    expect(await rows()).toMatchObject([{ state: 'delivered', delivery_id: second?.id }]);
    await client.end();
  });
});
