/** The folder of the embedded database: whether it can be written, stays, has room, and is opened by one process. */
import { existsSync, readFileSync } from 'node:fs';
import { access, constants, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { lastBackupAt } from '../backup/schedule.ts';
import { holderOf } from '../db/pid-lock.ts';
import type { Env } from '../env.ts';
import { broken, type Finding, fine, look, tried } from './finding.ts';

const LITTLE_SPACE = 1_000_000_000;
/** What PGlite writes; another one's folder is not opened. */
const PG_MAJOR = '18';

export async function examineFolder({ dataDir }: Pick<Env, 'dataDir'>): Promise<Finding[]> {
  if (!existsSync(dataDir)) {
    return [
      look('data folder', `${dataDir} is not there yet; the first start makes it.`),
      await tried('kind of disk', () => kindOfDisk(dirname(dataDir))),
    ];
  }
  return [
    await tried('data folder', () => writable('data folder', 'TRUCE_DATA_DIR', dataDir)),
    await tried('kind of disk', () => kindOfDisk(dataDir)),
    await tried('disk', () => room(dataDir)),
    lock(dataDir),
    await tried('embedded database', () => database(dataDir)),
  ];
}

/** @param may throws when it may not; replaceable by tests, which may do everything where they run as root */
export async function writable(
  what: string,
  setting: string,
  folder: string,
  may: (folder: string) => Promise<void> = (path) =>
    access(path, constants.R_OK | constants.W_OK | constants.X_OK),
): Promise<Finding> {
  try {
    await may(folder);
    return fine(what, `${folder} can be read and written.`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const why = code === 'EROFS' ? 'is mounted to be read only' : 'may not be written by this user';
    const how = code === 'EROFS' ? 'mount it to be written' : `chown it to whoever runs the store`;
    return broken(what, `${folder} ${why}: ${how}, or set ${setting} to another folder.`);
  }
}

/** @param freeIn in bytes; replaceable by tests, which fill no disks */
export async function room(
  folder: string,
  freeIn: (folder: string) => Promise<number> = bytesFree,
): Promise<Finding> {
  const what = 'disk';
  const free = await freeIn(folder);
  const says = `${(free / 1e9).toFixed(1)} GB free in ${folder}`;
  return free < LITTLE_SPACE
    ? broken(what, `${says}; a full disk stops the database, so make room.`)
    : fine(what, `${says}.`);
}

async function bytesFree(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** By the number that the kernel gives each kind (statfs(2)). */
const GONE_WITH_IT: Record<number, string> = {
  16914836: 'memory (tmpfs)',
  2240043254: 'memory (ramfs)',
  2035054128: 'the container’s own layer (overlayfs)',
};
const OVER_THE_NETWORK: Record<number, string> = {
  26985: 'NFS',
  20859: 'SMB',
  4283649346: 'SMB',
  4266872130: 'SMB',
  1397113167: 'AFS',
  12805120: 'Ceph',
};

/** @param typeOf replaceable by tests, which have one kind of disk only */
export async function kindOfDisk(
  folder: string,
  typeOf: (folder: string) => Promise<number> = async (path) => (await statfs(path)).type,
): Promise<Finding> {
  const what = 'kind of disk';
  const type = await typeOf(folder);
  const gone = GONE_WITH_IT[type];
  if (gone !== undefined) {
    return look(
      what,
      `${folder} is in ${gone}: the database is gone when that goes. Put it on a volume that stays.`,
    );
  }
  const network = OVER_THE_NETWORK[type];
  if (network !== undefined) {
    return look(
      what,
      `${folder} is on another machine (${network}), where the database cannot rely on locks and on what it has written: use a disk of this machine, or PostgreSQL.`,
    );
  }
  return fine(what, 'One of this machine.');
}

function lock(dataDir: string): Finding {
  const holder = holderOf(dataDir);
  return fine('lock', holder === null ? 'Nobody has the data folder open.' : `Held by ${holder}.`);
}

function database(dataDir: string): Finding {
  const what = 'embedded database';
  const folder = join(dataDir, 'pg');
  if (!existsSync(folder)) return look(what, 'There is none yet; the first start makes it.');
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (version !== PG_MAJOR) {
    return broken(
      what,
      `It was written by version ${version}, and this release reads ${PG_MAJOR}: export with the former release and import here.`,
    );
  }
  if (!existsSync(join(folder, 'global', 'pg_control'))) {
    return broken(what, 'global/pg_control is missing: restore the last backup.');
  }
  return fine(what, `In ${folder}, version ${version}.`);
}

export async function examineBackups(
  { databaseUrl, dataDir, backups: wanted }: Pick<Env, 'databaseUrl' | 'dataDir' | 'backups'>,
  now: number,
): Promise<Finding[]> {
  const what = 'backups';
  if (databaseUrl !== null) {
    return [
      fine(
        what,
        'PostgreSQL is backed up by its own means (docs/deploy.md); this cannot be seen from here.',
      ),
    ];
  }
  if (wanted === null) {
    return [
      look(
        what,
        'TRUCE_BACKUP_DIR is not set, so nothing is backed up by itself; set it to a folder on another disk.',
      ),
    ];
  }
  const { dir, everyMs } = wanted;
  if (!existsSync(dir)) return [look(what, `${dir} is not there yet; the first backup makes it.`)];
  return [
    await tried(what, () => age(dir, everyMs, now)),
    await tried('backup folder', () => apart(dir, dataDir)),
    await tried('disk', () => room(dir)),
  ];
}

async function age(dir: string, everyMs: number, now: number): Promise<Finding> {
  const what = 'backups';
  const last = await lastBackupAt(dir);
  if (last === null) {
    return look(what, `None in ${dir} yet; a running store makes the first at once.`);
  }
  const hours = Math.round((now - last) / 3_600_000);
  const says = `The last one in ${dir} is ${hours} hours old`;
  return now - last > 2 * everyMs
    ? broken(what, `${says}; look at the store's log for why.`)
    : fine(what, `${says}.`);
}

async function apart(dir: string, dataDir: string): Promise<Finding> {
  const what = 'backup folder';
  const allowed = await writable(what, 'TRUCE_BACKUP_DIR', dir);
  if (allowed.state !== 'fine' || !existsSync(dataDir)) return allowed;
  const [there, here] = await Promise.all([stat(dir), stat(dataDir)]);
  return there.dev === here.dev
    ? look(
        what,
        `${dir} is on the same disk as the database, and would be lost with it; take copies elsewhere.`,
      )
    : allowed;
}
