/** The way back: an embedded database out of a backup. */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import { lockFolder } from '../db/pid-lock.ts';
import type { Manifest } from './manifest.ts';
import { unpack } from './unpack.ts';

export interface Restored extends Manifest {
  /** Where the database that was there before is now; null when there was none. */
  former: string | null;
}

/**
 * All is unpacked, compared and opened once beside what is there, so that until it is known to be good nothing has changed.
 *
 * @param force a database that is there is moved aside; without it, it is a reason to refuse
 */
export async function restore(
  file: string,
  dataDir: string,
  force: boolean,
  now: number,
): Promise<Result<Restored>> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const lock = lockFolder(dataDir);
  if (!lock.ok) return lock;
  try {
    const database = join(dataDir, 'pg');
    const isThere = existsSync(database);
    if (isThere && !force) {
      return failed(
        'conflict',
        `${dataDir} has a database in it`,
        'Set TRUCE_DATA_DIR to an empty folder, or give --force to move the one that is there aside.',
      );
    }
    return await restoreInto(file, dataDir, isThere, now);
  } finally {
    lock.value();
  }
}

async function restoreInto(
  file: string,
  dataDir: string,
  isThere: boolean,
  now: number,
): Promise<Result<Restored>> {
  const beside = join(dataDir, 'restore.unfinished');
  await rm(beside, { recursive: true, force: true });
  try {
    const unpacked = await unpack(file, beside);
    if (!unpacked.ok) return unpacked;
    await opensOnce(join(beside, 'pg'));
    const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
    const former = isThere ? join(dataDir, `pg.before-${stamp}`) : null;
    if (former !== null) await rename(join(dataDir, 'pg'), former);
    await rename(join(beside, 'pg'), join(dataDir, 'pg'));
    return done({ ...unpacked.value, former });
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/** Throws when the engine of this release cannot open it. */
async function opensOnce(folder: string): Promise<void> {
  const database = await PGlite.create(folder);
  await database.query('select count(*) from workspace');
  await database.close();
}
