import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Analytics } from '@segment/analytics-node';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import type { FindAnswer } from '../../lib/contract/lead.ts';
import { preparedFolder, usePostgres } from './support/engines.ts';
import { createDatabase } from './support/postgres.ts';
import { aRecord } from './support/scene.ts';
import { enter, post, runStore, type StoreProcess, startStore } from './support/store-process.ts';

const CODE = '7K3MQX2P';
const email = 'ana@acme.example';
const running = new Set<StoreProcess>();

afterEach(async () => {
  await Promise.all([...running].map((store) => store.end('SIGKILL')));
  running.clear();
});

const start = async (env: Record<string, string>) => {
  const store = await startStore({ TRUCE_SETUP_CODE: CODE, ...env });
  running.add(store);
  return store;
};
const folder = async () => {
  const dir = await preparedFolder();
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
};
const find = async (url: string, token: string, address = email) => {
  const body = { record: aRecord(), facts: { email: address } };
  const answer = await post<FindAnswer>(url, '/api/leads/find', body, token);
  if (!answer.found) throw new Error(`Nobody has ${address}.`);
  return answer.card;
};

/** Processes, each with a whole database, on a machine that may do other things as well. */
const LONG = { timeout: 240_000 };

describe('a store on the embedded database', LONG, () => {
  it('has everything it said yes to after a kill in the middle of writing', async () => {
    const dir = await folder();
    const store = await start({ TRUCE_DATA_DIR: dir });
    const { token, writeKey } = await enter(store.url, CODE);
    const acknowledged: string[] = [];
    const write = async (from: number) => {
      for (let n = from; ; n += 4) {
        const batch = [
          { type: 'track', event: 'Demo Requested', userId: email, messageId: `${n}` },
        ];
        await post(store.url, '/v1/batch', { writeKey, batch });
        acknowledged.push(`${n}`);
        if (acknowledged.length === 60) store.child.kill('SIGKILL');
      }
    };
    await Promise.allSettled([0, 1, 2, 3].map(write));
    expect(acknowledged.length).toBeGreaterThanOrEqual(60);
    expect(existsSync(join(dir, 'lock'))).toBe(true);

    const again = await start({ TRUCE_DATA_DIR: dir });
    const batch = acknowledged.map((messageId) => ({
      type: 'track',
      event: 'Demo Requested',
      userId: email,
      messageId,
    }));
    const answer = await post(again.url, '/v1/batch', { writeKey, batch });
    expect(answer).toMatchObject({ accepted: 0, duplicates: acknowledged.length });
    // At most the four requests that were under way may be there without a yes.
    const { counts } = await find(again.url, token);
    expect(counts.all - acknowledged.length).toBeLessThanOrEqual(4);
    expect(counts.all).toBeGreaterThanOrEqual(acknowledged.length);
  });

  it('lets no second process into its folder, and takes the lock of a dead one', async () => {
    const dir = await folder();
    const store = await start({ TRUCE_DATA_DIR: dir });
    const second = await runStore({ TRUCE_DATA_DIR: dir });
    expect(second.code).toBe(3);
    const { since } = JSON.parse(readFileSync(join(dir, 'lock'), 'utf8'));
    expect(Date.now() - Date.parse(since)).toBeLessThan(600_000);
    expect(second.output).toContain(
      `in use by process ${store.child.pid} on ${hostname()}, since ${since}.`,
    );
    expect(second.output).toContain('TRUCE_DATA_DIR');
    expect(second.output.trim().split('\n')).toHaveLength(1);
    expect(await store.end('SIGTERM')).toBe(0);
    expect(existsSync(join(dir, 'lock'))).toBe(false);

    // The pid lives, but it is another process than the one that wrote this.
    const stale = { pid: process.pid, host: hostname(), started: 'another boot:1' };
    writeFileSync(join(dir, 'lock'), JSON.stringify(stale));
    const third = await start({ TRUCE_DATA_DIR: dir });
    expect(JSON.parse(readFileSync(join(dir, 'lock'), 'utf8')).pid).toBe(third.child.pid);
    await third.end('SIGKILL');
    // Cut short while it was written.
    writeFileSync(join(dir, 'lock'), '{"pid":');
    await start({ TRUCE_DATA_DIR: dir });
  });

  it('lets no container in beside another one, and takes the folder when that one is silent', async () => {
    const dir = await folder();
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // Of a container: its first process, as ours has a first one, and a name that nobody has here.
    const other = { pid: 1, host: 'c0ffee', started: `${boot}:42`, pids: 'pid:[1]', since: null };
    writeFileSync(join(dir, 'lock'), JSON.stringify(other));
    const refused = await runStore({ TRUCE_DATA_DIR: dir });
    expect(refused.code).toBe(3);
    expect(refused.output).toContain('process 1 on c0ffee');
    const aMinuteAgo = new Date(Date.now() - 60_000);
    utimesSync(join(dir, 'lock'), aMinuteAgo, aMinuteAgo);
    const store = await start({ TRUCE_DATA_DIR: dir });
    // Of another machine nothing is known here, however long it is silent.
    await store.end('SIGKILL');
    writeFileSync(join(dir, 'lock'), JSON.stringify({ ...other, started: 'another boot:42' }));
    utimesSync(join(dir, 'lock'), aMinuteAgo, aMinuteAgo);
    expect((await runStore({ TRUCE_DATA_DIR: dir })).code).toBe(3);
  });

  it('lets one of several in that find the lock of a dead one at once', async () => {
    const dir = await folder();
    const dead = { pid: 2 ** 22 + 1, host: hostname(), started: null };
    writeFileSync(join(dir, 'lock'), JSON.stringify(dead));
    const started = await Promise.allSettled(
      Array.from({ length: 4 }, () => start({ TRUCE_DATA_DIR: dir })),
    );
    expect(started.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('makes a usable database after a first start that was interrupted', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'truce-first-'));
    onTestFinished(() => rm(dir, { recursive: true, force: true }));
    const first = startStore({ TRUCE_DATA_DIR: dir }).catch(() => null);
    while (!existsSync(join(dir, 'pg.unfinished', 'base'))) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    process.kill(JSON.parse(readFileSync(join(dir, 'lock'), 'utf8')).pid, 'SIGKILL');
    await first;
    expect(existsSync(join(dir, 'pg'))).toBe(false);
    const store = await start({ TRUCE_DATA_DIR: dir });
    await enter(store.url, CODE);
  });

  it('invites the first person, until there is one', async () => {
    const dir = await folder();
    const store = await start({ TRUCE_DATA_DIR: dir, TRUCE_SETUP_CODE: '' });
    const invitation =
      /To connect the first person, enter ([0-9A-Z]{4}-[0-9A-Z]{4}) in the extension's options\. Good for ten minutes; start again for another\./;
    const [, code = ''] = invitation.exec(store.output()) ?? [];
    await enter(store.url, code);
    await store.end('SIGTERM');
    const again = await start({ TRUCE_DATA_DIR: dir });
    expect(again.output()).not.toContain('first person');
  });

  it('ends with one sentence when a setting is wrong or the port is taken', async () => {
    const wrong = await runStore({ PORT: 'http' });
    expect(wrong.code).toBe(2);
    expect(wrong.output).toMatch(/^PORT .+\.\n$/);

    const away = await runStore({ DATABASE_URL: 'postgres://truce@127.0.0.1:1/truce' });
    expect(away.code).toBe(1);
    expect(away.output).toMatch(/^The store could not start: .*ECONNREFUSED.*DATABASE_URL.+\n$/);

    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => new Promise<void>((resolve) => other.close(() => resolve())));
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const dir = await folder();
    const { code, output } = await runStore({ TRUCE_DATA_DIR: dir, PORT: port });
    expect(code).toBe(4);
    expect(output).toMatch(new RegExp(`^Port ${port} is taken\\. .+PORT.+\\n$`));
    expect(existsSync(join(dir, 'lock'))).toBe(false);
  });

  it('says that it leaves before it does, ends its streams, and goes at once when asked twice', async () => {
    const dir = await folder();
    const patient = await start({ TRUCE_DATA_DIR: dir, TRUCE_STOP_DELAY: '300s' });
    const { token } = await enter(patient.url, CODE);
    const headers = { authorization: `Bearer ${token}` };
    const me = async (url: string) => (await fetch(`${url}/api/me`, { headers })).status;
    patient.child.kill('SIGTERM');
    // Whoever sends it requests sees this and looks elsewhere; until then all are served.
    while ((await fetch(`${patient.url}/readyz`)).status !== 503);
    expect(await me(patient.url)).toBe(200);
    expect((await fetch(`${patient.url}/healthz`)).status).toBe(200);
    expect(await patient.end('SIGTERM')).toBe(130);

    const store = await start({ TRUCE_DATA_DIR: dir });
    const stream = await fetch(`${store.url}/api/changes/stream`, { headers });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const ended = store.end('SIGTERM');
    // Until its end, which comes by itself.
    await stream.text();
    expect(await ended).toBe(0);
    expect(existsSync(join(dir, 'lock'))).toBe(false);
  });

  it('takes what the real Segment client sends, and answers who waits before it stops', async () => {
    const store = await start({ TRUCE_DATA_DIR: await folder() });
    const { token, writeKey } = await enter(store.url, CODE);
    const client = new Analytics({ host: store.url, writeKey, flushAt: 7, maxRetries: 0 });
    const errors: unknown[] = [];
    client.on('error', (error) => errors.push(error));
    client.page({
      anonymousId: 'v1',
      name: 'Pricing',
      properties: { url: 'https://acme.example/pricing' },
    });
    client.identify({ anonymousId: 'v1', userId: 'u1', traits: { email, name: 'Ana' } });
    for (let n = 0; n < 20; n++) {
      client.track({
        userId: 'u1',
        event: 'Content Downloaded',
        properties: { title: `Guide ${n}` },
      });
    }
    client.group({ userId: 'u1', groupId: 'g1', traits: { name: 'Acme' } });
    client.alias({ userId: 'u1', previousId: 'v0' });
    await client.closeAndFlush();
    expect(errors).toEqual([]);
    const card = await find(store.url, token);
    expect(card).toMatchObject({ who: { name: 'Ana', company: 'Acme' }, counts: { all: 21 } });

    const { leadId } = card;
    const headers = { authorization: `Bearer ${token}` };
    const { rev } = await (await fetch(`${store.url}/api/leads/${leadId}`, { headers })).json();
    const changes = `${store.url}/api/leads/${leadId}/changes?rev=${rev}&wait=25`;
    const waiting = fetch(changes, { headers });
    // The one connection serves in order of arrival, so after this answer the wait has begun.
    await fetch(`${store.url}/api/me`, { headers });
    const ended = store.end('SIGTERM');
    expect(await (await waiting).json()).toEqual({ rev, changed: false });
    expect(await ended).toBe(0);
  });
});

describe('two stores on one PostgreSQL', LONG, () => {
  const server = usePostgres();

  it('start at once, agree on everything, and tell each other of changes', async () => {
    const env = { DATABASE_URL: await createDatabase(server()) };
    const [one, two] = await Promise.all([start(env), start(env)]);
    const { token, writeKey } = await enter(one.url, CODE);
    const batch = Array.from({ length: 50 }, (_, n) => ({
      type: 'track',
      event: 'Content Downloaded',
      messageId: `${n}`,
      anonymousId: `v${n % 5}`,
      properties: { email },
    }));
    const answers = await Promise.all(
      [one, two, one, two].map((store) =>
        post<{ accepted: number }>(store.url, '/v1/batch', { writeKey, batch }),
      ),
    );
    expect(answers.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(50);
    await find(one.url, token);
    await find(two.url, token);
    const here = await find(one.url, token);
    const path = `/api/leads/${here.leadId}`;
    const headers = { authorization: `Bearer ${token}` };
    const there = await (await fetch(two.url + path, { headers })).json();
    expect(there).toMatchObject({ leadId: here.leadId, counts: { all: 50 } });

    const waiting = fetch(`${one.url}${path}/changes?rev=${there.rev}&wait=25`, { headers });
    await post(two.url, '/v1/t', {
      writeKey,
      type: 'track',
      event: 'Demo Requested',
      userId: email,
    });
    expect(await (await waiting).json()).toMatchObject({ changed: true });
  });
});
