/** What the doctor finds here: each mistake of settings, machine, folder and database that docs/deploy.md lists, made once. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttp } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fileNameAt } from '../../server/backup/make.ts';
import { notReached } from '../../server/doctor/connecting.ts';
import { findings } from '../../server/doctor/finding.ts';
import { kindOfDisk, room, writable } from '../../server/doctor/folder.ts';
import { examinePlace } from '../../server/doctor/place.ts';
import { examinePort } from '../../server/doctor/port.ts';
import { readEnv } from '../../server/env.ts';
import { hardenedServer } from '../../server/http/harden.ts';
import { createStore } from '../../server/store.ts';
import { command } from './support/command.ts';
import { of, says } from './support/doctor.ts';
import { preparedFolder, useEngine, usePostgres } from './support/engines.ts';
import { createDatabase } from './support/postgres.ts';
import { listening } from './support/proxy.ts';

const HOUR = 3_600_000;
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'truce-doctor-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** As the command, without what it asks of a database. */
async function place(
  variables: Record<string, string>,
  machine: Partial<Parameters<typeof examinePlace>[2]> = {},
) {
  const given = { TRUCE_DATA_DIR: folder(), ...variables };
  const env = readEnv(given);
  if (!env.ok) throw new Error(env.problem.detail);
  const usual = { node: '24.4.0', isContainer: false, now: Date.now() };
  return examinePlace(env.value, given, { ...usual, ...machine });
}

async function doctor(env: Record<string, string>) {
  const { code, output } = await command({ PORT: '0', ...env }, 'doctor', '--json');
  return { code, all: findings.parse(JSON.parse(output)) };
}

describe('settings and the machine', () => {
  it('TRUCE_URL is missing, or http', async () => {
    expect(of(await place({}), 'address')).toMatchObject(says('look', /^TRUCE_URL is not set/));
    const open = await place({ TRUCE_URL: 'http://truce.acme.example' });
    expect(of(open, 'address')).toMatchObject(says('broken', /is not https/));
  });

  it('a setting is misspelt', async () => {
    const all = await place({ TRUCE_PUBLIC_URL: 'https://truce.acme.example', TRUCE_TOKEN: 'a' });
    expect(of(all, 'settings')).toMatchObject(says('look', /^Nobody reads TRUCE_PUBLIC_URL: /));
    expect(of(await place({ TRUCE_KEY: 'k'.repeat(32) }), 'settings').state).toBe('fine');
  });

  it('it listens on 127.0.0.1 in a container', async () => {
    const all = await place({}, { isContainer: true });
    expect(of(all, 'listening')).toMatchObject(says('look', /set HOST to 0\.0\.0\.0/));
    const good = await place({ HOST: '0.0.0.0' }, { isContainer: true });
    expect(good.some(({ what }) => what === 'listening')).toBe(false);
  });

  it('Node is too old', async () => {
    expect(of(await place({}, { node: '22.20.0' }), 'Node')).toMatchObject({ state: 'broken' });
  });

  it('the port is taken', async () => {
    const other = new URL(await listening(createHttp((_, answer) => answer.end('hello'))));
    const at = (port: number) => examinePort({ host: '127.0.0.1', port }, fetch);
    expect(await at(Number(other.port))).toMatchObject(says('broken', /Something else listens/));
    expect(await at(0)).toMatchObject({ state: 'fine' });
    const away = await examinePort({ host: '192.0.2.1', port: 4860 }, fetch);
    expect(away).toMatchObject(says('broken', /no address of this machine/));
  });
});

describe('the folder', () => {
  it('the database is on a disk that goes away, or on another machine', async () => {
    const on = (type: number) => kindOfDisk('/data', async () => type);
    expect(await on(0x01021994)).toMatchObject(says('look', /memory .+ a volume that stays/));
    expect(await on(0x794c7630)).toMatchObject(says('look', /own layer/));
    expect(await on(0x6969)).toMatchObject(says('look', /NFS/));
    expect(await on(0xef53)).toMatchObject({ state: 'fine' });
  });

  it('the folder may not be written', async () => {
    const refused = (code: string) =>
      writable('data folder', 'TRUCE_DATA_DIR', '/data', async () => {
        throw Object.assign(new Error(code), { code });
      });
    expect(await refused('EACCES')).toMatchObject(says('broken', /chown it/));
    expect(await refused('EROFS')).toMatchObject(says('broken', /read only/));
  });

  it('the disk is nearly full', async () => {
    const having = (bytes: number) => room('/data', async () => bytes);
    expect(await having(0.9e9)).toMatchObject(says('broken', /^0\.9 GB free .+ make room/));
    expect(await having(1.1e9)).toMatchObject({ state: 'fine' });
    expect(of(await place({}), 'disk').says).toMatch(/^[\d.]+ GB free in/);
  });

  it('there is no backup, or an old one, or one on the same disk', async () => {
    expect(of(await place({}), 'backups')).toMatchObject(says('look', /is not set/));
    const [now, dir] = [Date.now(), folder()];
    const backed = () => place({ TRUCE_BACKUP_DIR: dir, TRUCE_BACKUP_EVERY: '12h' }, { now });
    expect(of(await backed(), 'backups')).toMatchObject(says('look', /^None in/));
    writeFileSync(join(dir, fileNameAt(now - 30 * HOUR)), '');
    expect(of(await backed(), 'backups')).toMatchObject(says('broken', /30 hours old/));
    writeFileSync(join(dir, fileNameAt(now - HOUR)), '');
    expect(of(await backed(), 'backups')).toMatchObject({ state: 'fine' });
    expect(of(await backed(), 'backup folder')).toMatchObject(says('look', /on the same disk/));
  });

  it('another release wrote the database, or it is damaged', async () => {
    const dir = folder();
    mkdirSync(join(dir, 'pg'));
    writeFileSync(join(dir, 'pg', 'PG_VERSION'), '17\n');
    const all = await place({ TRUCE_DATA_DIR: dir });
    expect(of(all, 'embedded database')).toMatchObject(says('broken', /written by version 17/));
    writeFileSync(join(dir, 'pg', 'PG_VERSION'), '18\n');
    const damaged = await place({ TRUCE_DATA_DIR: dir });
    expect(of(damaged, 'embedded database')).toMatchObject(says('broken', /restore the last/));
  });
});

describe('the database', { timeout: 120_000 }, () => {
  const server = usePostgres();
  const db = useEngine('pglite');

  it('DATABASE_URL is wrong', async () => {
    const at = (url: string) =>
      doctor({ DATABASE_URL: url }).then(({ all }) => of(all, 'database'));
    const none = new URL(server());
    none.pathname = '/not_there';
    expect(await at(none.href)).toMatchObject(says('broken', /There is no such database/));
    expect(await at('postgres://truce@127.0.0.1:1/truce')).toMatchObject(
      says('broken', /No server listens/),
    );
    expect(await at('postgres://truce@truce.invalid/truce')).toMatchObject({ state: 'broken' });
    const refused = Object.assign(new Error('password authentication failed'), { code: '28P01' });
    expect(notReached(refused)).toMatchObject(says('broken', /password in DATABASE_URL/));
  });

  it('the server takes a connection and says nothing', async () => {
    const silent = createServer();
    const { port } = new URL(await listening(silent));
    const { code, all } = await doctor({ DATABASE_URL: `postgres://a@127.0.0.1:${port}/a` });
    expect(code).toBe(1);
    expect(of(all, 'database')).toMatchObject(says('broken', /no answer within 5 s/));
  });

  it('the encoding is not UTF8, and fsync is off', async () => {
    const client = new pg.Client({ connectionString: `${server()}/postgres` });
    await client.connect();
    const name = `latin_${Date.now().toString(36)}`;
    await client.query(
      `create database ${name} template template0 encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C'`,
    );
    await client.end();
    const what = 'settings of the database';
    const latin = await doctor({ DATABASE_URL: `${server()}/${name}` });
    expect(of(latin.all, what)).toMatchObject(says('broken', /encoding is SQL_ASCII/));
    // Servers of tests have it off, since nothing has to survive them.
    const { all } = await doctor({ DATABASE_URL: await createDatabase(server()) });
    expect(of(all, what)).toMatchObject(says('broken', /^fsync is off/));
    expect(of(all, 'tables')).toMatchObject(says('look', /^Not brought up to date yet/));
  });

  it('a newer release wrote the database', async () => {
    const DATABASE_URL = await createDatabase(server());
    const env = { DATABASE_URL };
    expect(await command({ PORT: '0', ...env }, 'migrate')).toMatchObject({ code: 0 });
    const client = new pg.Client({ connectionString: DATABASE_URL });
    await client.connect();
    await client.query(`insert into kysely_migration values ('9999-later', '2027-01-01')`);
    await client.end();
    const { code, all } = await doctor(env);
    expect(code).toBe(1);
    expect(of(all, 'tables')).toMatchObject(says('broken', /newer release wrote .+9999-later/));
    const started = await command({ PORT: '0', ...env }, 'serve');
    expect(started).toMatchObject({
      code: 1,
      output: expect.stringContaining('restore the backup'),
    });
  });

  it('TRUCE_KEY is missing, and all else is well', async () => {
    const dir = await preparedFolder();
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
    const { code, all } = await doctor({
      TRUCE_DATA_DIR: dir,
      TRUCE_URL: 'https://truce.acme.example',
    });
    expect(of(all, 'sealed secrets')).toMatchObject(says('look', /^TRUCE_KEY is not set/));
    expect(of(all, 'from outside')).toMatchObject(says('look', /is not known/));
    expect({ code, broken: all.filter(({ state }) => state === 'broken') }).toEqual({
      code: 0,
      broken: [],
    });
  });

  it('a store that runs at the port is known', async () => {
    const app = createStore({ db: db() });
    const { port } = new URL(await listening(hardenedServer(app.fetch, '127.0.0.1')));
    expect(await examinePort({ host: '127.0.0.1', port: Number(port) }, fetch)).toMatchObject(
      says('fine', /A store listens/),
    );
  });
});

it('the page lists what is held here', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/deploy.md'), 'utf8');
  const [, table = ''] = page.split('| mistake | what `doctor` says |');
  const rows = [...(table.split('\n\n')[0] ?? '').matchAll(/^\| ([^|-][^|]*) \| /gm)];
  const plain = (text: string) => text.replaceAll('`', '').trim();
  const listed = rows.map(([, mistake = '']) => plain(mistake));
  expect(listed.length).toBeGreaterThanOrEqual(10);
  const tests = ['doctor', 'doctor-outside', 'cli']
    .map((name) => readFileSync(join(import.meta.dirname, `${name}.test.ts`), 'utf8'))
    .join('\n');
  expect(listed.filter((mistake) => !tests.includes(`'${mistake}`))).toEqual([]);
});
