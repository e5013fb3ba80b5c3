/** What can be seen without the database: settings, this machine, the data folder. */
import { existsSync, readFileSync } from 'node:fs';
import { access, constants, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { lastBackupAt } from '../backup/schedule.ts';
import { holderOf } from '../db/pid-lock.ts';
import type { Env } from '../env.ts';
import { broken, type Finding, fine, look, tried } from './finding.ts';

const NODE = [24, 4] as const;
const LITTLE_SPACE = 1_000_000_000;
/** What PGlite writes; another one's folder is not opened. */
const PG_MAJOR = '18';

export async function examinePlace(env: Env): Promise<Finding[]> {
  const embedded = env.databaseUrl === null;
  return [
    fine('settings', 'All can be read.'),
    nodeVersion(),
    address(env),
    metrics(env),
    ...(embedded ? await examineFolder(env) : []),
    await tried('backups', () => backups(env)),
  ];
}

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isOld = major < NODE[0] || (major === NODE[0] && minor < NODE[1]);
  const says = `Node ${process.versions.node}`;
  return isOld
    ? broken('Node', `${says} is too old; install ${NODE.join('.')} or newer.`)
    : fine('Node', `${says}.`);
}

function address({ publicUrl, host }: Env): Finding {
  const what = 'address';
  if (publicUrl === null) {
    return look(
      what,
      'TRUCE_URL is not set, so invitations and webhook addresses name what the request came by; set it to https://….',
    );
  }
  const { hostname, protocol } = new URL(publicUrl);
  const isHere = hostname === 'localhost' || hostname.startsWith('127.');
  if (protocol === 'https:' || isHere) return fine(what, `${publicUrl}; listening on ${host}.`);
  return broken(
    what,
    'TRUCE_URL is not https: tokens and leads would travel in the open, and browsers refuse it. Put a proxy with a certificate before it (docs/deploy.md).',
  );
}

function metrics({ metricsToken }: Env): Finding {
  return fine(
    'metrics',
    metricsToken === null
      ? 'GET /metrics answers this machine only; TRUCE_METRICS_TOKEN would let others read it.'
      : 'GET /metrics asks for TRUCE_METRICS_TOKEN.',
  );
}

async function examineFolder({ dataDir }: Env): Promise<Finding[]> {
  if (!existsSync(dataDir)) {
    return [look('data folder', `${dataDir} is not there yet; the first start makes it.`)];
  }
  return [
    await tried('data folder', async () => {
      await access(dataDir, constants.R_OK | constants.W_OK);
      return fine('data folder', `${dataDir} can be read and written.`);
    }),
    await tried('disk', async () => {
      const { bavail, bsize } = await statfs(dataDir);
      const free = bavail * bsize;
      const says = `${(free / 1e9).toFixed(1)} GB free in ${dataDir}`;
      return free < LITTLE_SPACE
        ? broken('disk', `${says}; a full disk stops the database, so make room.`)
        : fine('disk', `${says}.`);
    }),
    lock(dataDir),
    await tried('embedded database', () => database(dataDir)),
  ];
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

async function backups({ databaseUrl, backups: wanted }: Env): Promise<Finding> {
  const what = 'backups';
  if (databaseUrl !== null) {
    return fine(
      what,
      'PostgreSQL is backed up by its own means (docs/deploy.md); this cannot be seen from here.',
    );
  }
  if (wanted === null) {
    return look(
      what,
      'TRUCE_BACKUP_DIR is not set, so nothing is backed up by itself; set it to a folder on another disk.',
    );
  }
  const last = await lastBackupAt(wanted.dir);
  if (last === null)
    return look(what, `None in ${wanted.dir} yet; a running store makes the first at once.`);
  const hours = Math.round((Date.now() - last) / 3_600_000);
  const says = `The last one in ${wanted.dir} is ${hours} hours old`;
  return Date.now() - last > 2 * wanted.everyMs
    ? broken(what, `${says}; look at the store's log for why.`)
    : fine(what, `${says}.`);
}
