import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { gitlabPreset } from '../../lib/score/presets/gitlab.ts';
import { createWorkspace } from '../../server/access/first-start.ts';
import { importCommand } from '../../server/cli/import.ts';
import { openDatabase } from '../../server/db/database.ts';
import { preparedFolder, usePostgres } from './support/engines.ts';
import { createDatabase } from './support/postgres.ts';
import { enter, startStore } from './support/store-process.ts';

/** The embedded database is opened five times. */
const PATIENCE = 300_000;
const FILE = `Email,Event,Date\n${Array.from({ length: 300 }, (_, n) => `p${n % 40}@acme.example,Booth Visited,${n === 7 ? 'soon' : `2026-01-${String((n % 28) + 1).padStart(2, '0')} 0${n % 10}:00`}`).join('\n')}\n`;
const DISTINCT = new Set(FILE.split('\n').slice(1, -1)).size - 1;

describe('import FILE', () => {
  const server = usePostgres();

  const folder = async (made: Promise<string>) => {
    const dir = await made;
    onTestFinished(() => rm(dir, { recursive: true, force: true }));
    return dir;
  };
  const fileIn = async (name: string, text: string) => {
    const path = join(await folder(mkdtemp(join(tmpdir(), 'truce-import-'))), name);
    await writeFile(path, text);
    return path;
  };
  const withTeam = async (env: { databaseUrl: string | null; dataDir: string }) => {
    const opened = await openDatabase({ ...env, onError: () => {} });
    if (!opened.ok) throw new Error(opened.problem.detail);
    const { db, close } = opened.value;
    await createWorkspace(
      { db, now: Date.now, newId: randomUUID, randomBytes },
      'Tidewell',
      gitlabPreset,
    );
    return { db, close };
  };
  const run = async (env: Record<string, string>, ...args: string[]) => {
    const [out, err] = [new PassThrough(), new PassThrough()];
    const stopping = new AbortController().signal;
    const code = await importCommand(args, { env, out, err, in: new PassThrough(), stopping });
    const text = (stream: PassThrough) => String(stream.read() ?? '');
    return { code, out: text(out), err: text(err) };
  };

  it.each(['pglite', 'postgres'])(
    'tries, writes and knows a file again, on %s',
    async (engine) => {
      const dataDir = engine === 'pglite' ? await folder(preparedFolder()) : '';
      const databaseUrl = engine === 'pglite' ? null : await createDatabase(server());
      const env: Record<string, string> =
        databaseUrl === null ? { TRUCE_DATA_DIR: dataDir } : { DATABASE_URL: databaseUrl };
      await (await withTeam({ databaseUrl, dataDir })).close();
      const path = await fileIn('booth.csv', FILE);
      const dry = await run(env, path, '--dry-run');
      expect(dry).toMatchObject({ code: 0 });
      expect(dry.out).toMatch(
        /^booth\.csv .*300 rows, about 40 people, 299 events from 2026-01-01/,
      );
      expect(dry.out).toContain('1 refused (first: row 9): The date cannot be read');
      const first = await run(env, path);
      expect(first.out).toContain(
        `Done: 300 rows, ${DISTINCT} new, ${299 - DISTINCT} here before, 1 refused.`,
      );
      expect(first.code).toBe(0);
      const again = await run(env, path, '--workspace', 'Tidewell');
      expect(again.out).toContain('Done: 300 rows, 0 new, 299 here before, 1 refused.');
    },
    PATIENCE,
  );

  it('says what it does not understand', async () => {
    const path = await fileIn('x.csv', FILE);
    const map = await fileIn('map.json', '{"columns":{"Email":"nose"},"event":null}');
    const zone = await fileIn('map.json', '{"columns":{},"event":"x","zone":"Moon/Sea"}');
    for (const [args, why] of [
      [[], /^Use: import FILE/],
      [['nowhere.csv'], /There is no file “nowhere\.csv”/],
      [[path, '--fast'], /--fast.*Use: import FILE/s],
      [[path, '--map', 'nowhere.json'], /There is no file “nowhere\.json”/],
      [[path, '--map', path], /is not JSON/],
      [[path, '--map', map], /columns/],
      [[path, '--map', zone], /no time zone “Moon\/Sea”/],
      [[path, '--url', 'http://127.0.0.1:1'], /--token/],
    ] as [string[], RegExp][]) {
      const { code, err } = await run({}, ...args);
      expect(code).toBe(2);
      expect(err).toMatch(why);
    }
  });

  it(
    'names the process that has the data folder, and goes through a store that runs',
    async () => {
      const dataDir = await folder(preparedFolder());
      const code = '7K3MQX2P';
      const store = await startStore({ TRUCE_DATA_DIR: dataDir, TRUCE_SETUP_CODE: code });
      onTestFinished(async () => void (await store.end('SIGKILL')));
      const path = await fileIn('booth.csv', FILE.replace('Email,Event,Date', 'Wer,Was,Wann'));
      const busy = await run({ TRUCE_DATA_DIR: dataDir }, path);
      expect(busy.code).toBe(3);
      expect(busy.err).toContain(String(store.child.pid));
      expect(busy.err).toContain('--url');
      const { token } = await enter(store.url, code);
      const columns = { Wer: 'email', Was: 'event', Wann: 'at' };
      const map = await fileIn('map.json', JSON.stringify({ columns, event: null }));
      const there = await run({ TRUCE_TOKEN: token }, path, '--url', store.url, '--map', map);
      expect(there.out).toContain(`Done: 300 rows, ${DISTINCT} new`);
      expect(there.code).toBe(0);
      const wrong = await run({}, path, '--url', store.url, '--token', 'x'.repeat(40));
      expect(wrong).toMatchObject({ code: 1 });
      expect(wrong.err).toContain('not connected');
    },
    PATIENCE,
  );
});
