/** The way back, tried as docs/deploy.md says: of a store that runs, and of a PostgreSQL server by its own programs. */
import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it, onTestFinished } from 'vitest';
import { compared } from '../../server/backup/counts.ts';
import { command } from './support/command.ts';
import { debianPrograms, startDebian } from './support/debian.ts';
import { preparedFolder } from './support/engines.ts';
import { createDatabase } from './support/postgres.ts';
import { enter, post, startStore } from './support/store-process.ts';

const CODE = '7K3MQX2P';
const TRUCE_KEY = 'k'.repeat(32);

const drilled = (env: Record<string, string>, ...words: string[]) =>
  command(env, 'drill', ...words);

const rowOf = (output: string, table: string) =>
  new RegExp(`^${table} +(.+)$`, 'm').exec(output)?.[1]?.split(/ +/);

/** A store that runs, with somebody in it, a sealed secret and thirty events of ten people. */
async function filled(env: Record<string, string>) {
  const store = await startStore({ TRUCE_SETUP_CODE: CODE, TRUCE_KEY, ...env });
  onTestFinished(async () => void (await store.end('SIGTERM')));
  const { token, writeKey } = await enter(store.url, CODE);
  const hook = { kind: 'hubspot', label: 'HubSpot', secret: 'whatever-hubspot-signs-with' };
  await post(store.url, '/api/sources', hook, token);
  const batch = Array.from({ length: 30 }, (_, n) => ({
    type: 'track',
    event: 'Content Downloaded',
    messageId: String(n),
    userId: `p${n % 10}@acme.example`,
  }));
  await post(store.url, '/v1/batch', { writeKey, batch });
  return store;
}

const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('truce-drill-'));

describe('the drill', { timeout: 240_000 }, () => {
  it('of a store that runs says that all is there, and with another key that secrets do not open', async () => {
    const TRUCE_DATA_DIR = await preparedFolder();
    onTestFinished(() => rmSync(TRUCE_DATA_DIR, { recursive: true, force: true }));
    const before = left();
    const store = await filled({ TRUCE_DATA_DIR });
    const good = await drilled({ TRUCE_DATA_DIR, TRUCE_KEY });
    expect(good).toMatchObject({ code: 0, output: expect.stringContaining('All that was here') });
    expect(good.output).toMatch(/^Backup made in [\d.]+ s, restored in [\d.]+ s, opened/);
    expect(rowOf(good.output, 'event')).toEqual(['30', '30', '30']);
    expect(rowOf(good.output, 'lead')).toEqual(['10', '10', '10']);
    const wrong = await drilled({ TRUCE_DATA_DIR, TRUCE_KEY: 'o'.repeat(32) });
    expect(wrong).toMatchObject({
      code: 1,
      output: expect.stringMatching(/BROKEN {2}sealed secrets: .+THE WAY BACK DOES NOT WORK/s),
    });
    expect((await fetch(`${store.url}/readyz`)).status).toBe(200);
    expect(left().filter((name) => !before.includes(name))).toEqual([]);
  });

  it.runIf(debianPrograms() !== null)('of a server is made by pg_dump and pg_restore', async () => {
    const programs = debianPrograms() ?? '';
    const server = await startDebian(programs);
    onTestFinished(() => server.stop());
    const DATABASE_URL = await createDatabase(server.url);
    const empty = await createDatabase(server.url);
    const store = await filled({ DATABASE_URL });
    const env = { DATABASE_URL, TRUCE_KEY, PATH: programs };
    const full = await drilled(env, '--into', DATABASE_URL);
    expect(full).toMatchObject({ code: 1, output: expect.stringContaining('has tables in it') });
    const good = await drilled(env, '--into', empty);
    expect(good).toMatchObject({ code: 0, output: expect.stringContaining('drop it') });
    expect(rowOf(good.output, 'event')).toEqual(['30', '30', '30']);
    await store.end('SIGTERM');
    // What was restored serves.
    const again = await startStore({ DATABASE_URL: empty, TRUCE_KEY });
    expect((await fetch(`${again.url}/readyz`)).status).toBe(200);
    await again.end('SIGTERM');
  });

  it('says which words it takes', async () => {
    expect(await drilled({}, 'now')).toMatchObject({ code: 2 });
    const server = await drilled({ DATABASE_URL: 'postgres://a@127.0.0.1:1/a' });
    expect(server).toMatchObject({ code: 2, output: expect.stringContaining('--into') });
  });

  it('takes what was here at some moment while the backup was made, and nothing less or more', () => {
    const one = (restored: number) =>
      compared({ event: 100 }, { event: restored }, { event: 120 }).find(
        ({ table }) => table === 'event',
      )?.isRight;
    expect([99, 100, 110, 120, 121].map(one)).toEqual([false, true, true, true, false]);
  });
});
