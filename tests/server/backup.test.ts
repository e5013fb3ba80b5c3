import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pathsIn } from '../../server/backup/copy.ts';
import { copyOf } from '../../server/backup/make.ts';
import { openDatabase } from '../../server/db/database.ts';
import { preparedFolder } from './support/engines.ts';

it('of two backups at once, neither takes away what the other has copied', async () => {
  const dataDir = await preparedFolder();
  const left = join(dataDir, 'backup.unfinished-by-one-that-was-killed');
  mkdirSync(left);
  const onError = (error: Error) => {
    throw error;
  };
  const opened = await openDatabase({ databaseUrl: null, dataDir, onError });
  if (!opened.ok) throw new Error(opened.problem.title);
  try {
    const source = { dataDir, pool: opened.value.pool, now: Date.now };
    const first = await copyOf(source);
    const second = await copyOf(source);
    const files = await pathsIn(join(dataDir, 'pg'));
    expect(files.length).toBeGreaterThan(100);
    expect(await pathsIn(first.folder)).toEqual(files);
    expect(await pathsIn(second.folder)).toEqual(files);
    expect(existsSync(left)).toBe(false);
    await first.remove();
    await second.remove();
    expect(existsSync(first.folder)).toBe(false);
  } finally {
    await opened.value.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
