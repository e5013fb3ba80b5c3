import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { backUpIfDue, backupsIn } from '../../server/backup/schedule.ts';
import { type Database, openDatabase } from '../../server/db/database.ts';
import { command } from './support/command.ts';
import { debianPrograms } from './support/debian.ts';
import { preparedFolder, usePostgres } from './support/engines.ts';
import { createDatabase } from './support/postgres.ts';
import { enter, post, type StoreProcess, startStore } from './support/store-process.ts';

/** Processes and whole databases, on a machine that does other things as well. */
const LONG = 240_000;

const CODE = '7K3MQX2P';
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
const emptyFolder = async () => {
  const dir = await mkdtemp(join(tmpdir(), 'truce-cli-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
};
const folder = async () => {
  const dir = await preparedFolder();
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
};
const open = async (dataDir: string): Promise<Database> => {
  const opened = await openDatabase({ databaseUrl: null, dataDir, onError: () => {} });
  if (!opened.ok) throw new Error(opened.problem.title);
  return opened.value;
};

/** @returns every row of every table, as text in order */
async function everythingIn({ db }: Database): Promise<Record<string, string[]>> {
  const tables = await sql<{ name: string }>`select tablename as name from pg_tables
    where schemaname = 'public' order by tablename`.execute(db);
  const found: Record<string, string[]> = {};
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t
      order by 1`.execute(db);
    found[name] = rows.map(({ row }) => row);
  }
  return found;
}

describe('the commands', { timeout: LONG }, () => {
  it('say what there is, and what is wrong with what was typed', async () => {
    const help = await command({}, 'help');
    expect(help.code).toBe(0);
    for (const name of ['serve', 'migrate', 'import', 'export', 'backup', 'restore', 'doctor']) {
      expect(help.output).toMatch(new RegExp(`^ {2}${name} +[A-Z].+\\.$`, 'm'));
    }
    const [one, wrong, words] = await Promise.all([
      command({}, 'backup', '--help'),
      command({}, 'beckup'),
      command({}, 'serve', 'now'),
    ]);
    expect(one).toMatchObject({ code: 0, output: expect.stringContaining('TRUCE_BACKUP_DIR') });
    expect(wrong).toMatchObject({ code: 2, output: expect.stringContaining('backup, restore') });
    expect(words.code).toBe(2);
  });

  it('are refused a folder that a store is using, by a sentence that names it', async () => {
    const dir = await folder();
    const store = await start({ TRUCE_DATA_DIR: dir });
    const { since } = JSON.parse(readFileSync(join(dir, 'lock'), 'utf8'));
    const backup = join(await emptyFolder(), 'a.tar.gz');
    expect((await command({ TRUCE_DATA_DIR: dir }, 'backup', backup)).code).toBe(0);
    for (const words of [['migrate'], ['restore', backup, '--force'], ['workspaces', 'list']]) {
      const { code, output } = await command({ TRUCE_DATA_DIR: dir }, ...words);
      expect(code, words[0]).toBe(3);
      expect(output).toMatch(
        new RegExp(
          `^The data folder is in use by process ${store.child.pid} on \\S+, since ${since}\\. `,
        ),
      );
      expect(output.trim().split('\n')).toHaveLength(1);
    }
    const doctor = await command({ TRUCE_DATA_DIR: dir }, 'doctor');
    expect(doctor.output).toContain(`Answered by the running store (process ${store.child.pid}`);
  });
});

describe('a backup of the embedded database', { timeout: LONG }, () => {
  it('is made under load, and elsewhere is the database as it was at one moment', async () => {
    const dir = await folder();
    const store = await start({ TRUCE_DATA_DIR: dir });
    const { writeKey } = await enter(store.url, CODE);
    const acknowledged: string[] = [];
    let goOn = true;
    const write = async (from: number) => {
      for (let n = from; goOn; n += 2) {
        const batch = Array.from({ length: 20 }, (_, at) => ({
          type: 'track',
          event: 'Content Downloaded',
          messageId: `${n}-${at}`,
          userId: `p${(n * 20 + at) % 97}@acme.example`,
        }));
        await post(store.url, '/v1/batch', { writeKey, batch });
        acknowledged.push(...batch.map(({ messageId }) => messageId));
      }
    };
    const writing = Promise.all([write(0), write(1)]);
    const until = async (count: number) => {
      while (acknowledged.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    await until(200);
    const before = [...acknowledged];
    const away = await emptyFolder();
    const file = join(away, 'while-it-runs.tar.gz');
    const made = await command({ TRUCE_DATA_DIR: dir }, 'backup', file);
    expect(made).toMatchObject({ code: 0, output: expect.stringContaining('read back and whole') });
    const after = new Set(acknowledged);
    await until(after.size + 40);
    goOn = false;
    await writing;
    // A last one, when nothing is written any more: that one can be compared with what stays.
    const last = join(away, 'last.tar.gz');
    expect((await command({ TRUCE_DATA_DIR: dir }, 'backup', last)).code).toBe(0);
    expect(await store.end('SIGTERM')).toBe(0);
    expect((await readdir(dir)).filter((name) => /unfinished|control/.test(name))).toEqual([]);

    const [there, here] = [await emptyFolder(), await emptyFolder()];
    for (const [to, from] of [
      [there, file],
      [here, last],
    ] as const) {
      const { code, output } = await command({ TRUCE_DATA_DIR: to }, 'restore', from);
      expect(code, output).toBe(0);
    }
    const origin = await open(dir);
    const copy = await open(here);
    const [one, other] = [await everythingIn(origin), await everythingIn(copy)];
    // Whose turn background work is changes by itself.
    delete one.lease;
    delete other.lease;
    expect(other).toEqual(one);
    expect(one.event?.length).toBe(acknowledged.length);
    await Promise.all([origin.close(), copy.close()]);

    // The first one has all that was acknowledged before it began, and serves.
    const again = await start({ TRUCE_DATA_DIR: there });
    const batch = before.map((messageId) => {
      const [n = 0, at = 0] = messageId.split('-').map(Number);
      const userId = `p${(n * 20 + at) % 97}@acme.example`;
      return { type: 'track', event: 'Content Downloaded', messageId, userId };
    });
    for (let from = 0; from < batch.length; from += 100) {
      const part = batch.slice(from, from + 100);
      const answer = await post(again.url, '/v1/batch', { writeKey, batch: part });
      expect(answer).toMatchObject({ accepted: 0, duplicates: part.length });
    }
    await again.end('SIGTERM');
    const restored = await open(there);
    const { event = [], lead = [], identity = [] } = await everythingIn(restored);
    // No half of a request: batches are of twenty.
    expect(event.length % 20).toBe(0);
    expect(event.length).toBeGreaterThanOrEqual(before.length);
    expect(event.length).toBeLessThan(acknowledged.length);
    expect(identity.length).toBeGreaterThanOrEqual(lead.length);
    await restored.close();
  });

  it('is not restored over a database, nor from a file that is not whole', async () => {
    const dir = await folder();
    const away = await emptyFolder();
    const file = join(away, 'a.tar.gz');
    expect((await command({ TRUCE_DATA_DIR: dir }, 'backup', file)).code).toBe(0);
    expect((await command({ TRUCE_DATA_DIR: dir }, 'backup', file)).output).toContain(
      'there already',
    );
    const refused = await command({ TRUCE_DATA_DIR: dir }, 'restore', file);
    expect(refused).toMatchObject({ code: 3, output: expect.stringContaining('--force') });
    const forced = await command({ TRUCE_DATA_DIR: dir }, 'restore', file, '--force');
    expect(forced.code, forced.output).toBe(0);
    expect((await readdir(dir)).filter((name) => name.startsWith('pg.before-'))).toHaveLength(1);

    const whole = await readFile(file);
    const tar = gunzipSync(whole);
    const changed = Buffer.from(tar);
    // Its content begins in the block after its name.
    const at = Math.floor(changed.indexOf('PG_VERSION') / 512) * 512 + 512;
    changed[at] = (changed[at] ?? 0) ^ 1;
    const outside = Buffer.from(tar);
    outside.write('../PG_VERSION\0', outside.indexOf('pg/PG_VERSION'));
    const bad: Record<string, Buffer> = {
      'cut.tar.gz': whole.subarray(0, whole.length / 2),
      // Whole as a packed file, but the list at its end is missing.
      'short.tar.gz': gzipSync(tar.subarray(0, tar.lastIndexOf('backup.json'))),
      'changed.tar.gz': gzipSync(changed),
      'outside.tar.gz': gzipSync(outside),
      'other.tar.gz': gzipSync('not a backup, only some text that goes on for a while'.repeat(20)),
      'not-packed.tar.gz': Buffer.from('hello'),
    };
    const empty = await emptyFolder();
    for (const [name, bytes] of Object.entries(bad)) {
      await writeFile(join(away, name), bytes);
      const { code, output } = await command(
        { TRUCE_DATA_DIR: join(empty, 'data') },
        'restore',
        join(away, name),
      );
      expect(code, name).toBe(1);
      expect(output, name).toContain('not a usable backup');
      expect(await readdir(join(empty, 'data')), name).toEqual([]);
      expect(existsSync(join(empty, 'PG_VERSION'))).toBe(false);
    }
    const check = await command({}, 'restore', '--check', file);
    expect(check).toMatchObject({ code: 0, output: expect.stringContaining('is whole') });
  });

  it('is made by the clock, and only so many are kept', async () => {
    const dataDir = await folder();
    const away = await emptyFolder();
    const database = await open(dataDir);
    const clock = { now: Date.UTC(2026, 10, 26, 9) };
    const source = { dataDir, pool: database.pool, now: () => clock.now };
    const backups = { dir: away, everyMs: 3_600_000, keep: 1 };
    const names: string[] = [];
    for (let n = 0; n < 2; n++) {
      const made = await backUpIfDue(source, backups);
      names.push(made?.file.split('/').at(-1) ?? '');
      expect(await backUpIfDue(source, backups)).toBeNull();
      clock.now += 3_600_000;
    }
    expect(await backupsIn(away)).toEqual(names.slice(1));
    // Somebody else's file stays.
    writeFileSync(join(away, 'truce-old.tar.gz'), '');
    await backUpIfDue(source, backups);
    expect(existsSync(join(away, 'truce-old.tar.gz'))).toBe(true);
    await database.close();
  });
});

describe('the doctor', { timeout: LONG }, () => {
  const server = usePostgres();
  const findings = async (env: Record<string, string>) => {
    const { code, output } = await command({ PORT: '0', ...env }, 'doctor', '--json');
    const all: { state: string; what: string; says: string }[] = JSON.parse(output);
    return { code, of: (what: string) => all.find((one) => one.what === what) };
  };

  it('says of a good store that it is one, and changes nothing', async () => {
    const away = await emptyFolder();
    const dir = join(away, 'data');
    const { code, of } = await findings({ TRUCE_DATA_DIR: dir });
    expect(code).toBe(0);
    expect(of('data folder')).toMatchObject({ state: 'look' });
    expect(existsSync(dir)).toBe(false);
    const whole = await findings({
      TRUCE_DATA_DIR: await folder(),
      TRUCE_URL: 'https://truce.acme.example',
    });
    expect(whole.code).toBe(0);
    expect(whole.of('version')?.says).toMatch(/^PostgreSQL 18/);
    expect(whole.of('tables')).toMatchObject({ state: 'fine' });
    expect(whole.of('address')).toMatchObject({ state: 'fine' });
  });

  it('names what is broken, and ends with 1', async () => {
    const setting = await findings({ PORT: 'http' });
    expect(setting).toMatchObject({ code: 1 });
    expect(setting.of('settings')?.says).toMatch(/^PORT /);
    const open = await findings({ TRUCE_DATA_DIR: await folder(), TRUCE_URL: 'http://a.example' });
    expect(open).toMatchObject({ code: 1 });
    expect(open.of('address')).toMatchObject({ state: 'broken' });
    const away = await findings({ DATABASE_URL: 'postgres://truce@127.0.0.1:1/truce' });
    expect(away).toMatchObject({ code: 1 });
    expect(away.of('database')?.says).toContain('ECONNREFUSED');
  });

  it('the tables are not up to date, or secrets do not open', async () => {
    const DATABASE_URL = await createDatabase(server());
    const before = await findings({ DATABASE_URL });
    expect(before.of('tables')?.says).toMatch(/^Not brought up to date yet: 0001-access, /);
    const done = await command({ DATABASE_URL }, 'migrate');
    expect(done).toMatchObject({ code: 0 });
    expect(done.output).toMatch(/^Done: 0001-access\n[\s\S]+The tables are up to date\.\n$/);
    expect((await command({ DATABASE_URL }, 'migrate')).output).toBe(
      'The tables are up to date.\n',
    );

    const TRUCE_KEY = 'a'.repeat(32);
    const store = await start({ DATABASE_URL, TRUCE_KEY });
    const { token } = await enter(store.url, CODE);
    const hook = { kind: 'hubspot', label: 'HubSpot', secret: 'whatever-hubspot-signs-with' };
    await post(store.url, '/api/sources', hook, token);
    expect((await findings({ DATABASE_URL, TRUCE_KEY })).of('sealed secrets')).toMatchObject({
      state: 'fine',
    });
    const wrong = await findings({ DATABASE_URL, TRUCE_KEY: 'b'.repeat(32) });
    expect(wrong.code).toBe(1);
    expect(wrong.of('sealed secrets')).toMatchObject({ state: 'broken' });
  });

  it.runIf(debianPrograms() !== null)(
    'leaves backups of a server to pg_dump, and says so',
    async () => {
      const DATABASE_URL = await createDatabase(server());
      const away = await emptyFolder();
      const without = await command({ DATABASE_URL, PATH: '' }, 'backup', away);
      expect(without.code).toBe(1);
      expect(without.output).toMatch(/pg_dump is not installed here\. .+point-in-time recovery/s);
    },
  );
});
