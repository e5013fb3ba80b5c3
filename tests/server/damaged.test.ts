/** A folder whose database is damaged: said in words that lead somewhere, and nothing of it is touched. */
import { existsSync, readFileSync, truncateSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { preparedFolder } from './support/engines.ts';
import { runStore, startStore } from './support/store-process.ts';

let dir = '';
afterEach(() => rm(dir, { recursive: true, force: true }));

it('names the last backup as the way out, and leaves the files as they are', async () => {
  dir = await preparedFolder();
  const store = await startStore({ TRUCE_DATA_DIR: dir });
  expect(await store.end('SIGTERM')).toBe(0);
  const control = join(dir, 'pg/global/pg_control');
  truncateSync(control, 100);
  const before = readFileSync(control);

  const { code, output } = await runStore({ TRUCE_DATA_DIR: dir });
  expect(code).toBe(5);
  expect(output).toContain(`The database in ${join(dir, 'pg')} cannot be opened.`);
  expect(output).toContain('npm run store -- restore --force FILE');
  expect(readFileSync(control)).toEqual(before);
  expect(existsSync(join(dir, 'lock'))).toBe(false);
});
