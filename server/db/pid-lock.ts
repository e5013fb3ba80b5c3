/** One process per data folder. PGlite itself lets a second one in, and rows then vanish without an error. */
import { randomUUID } from 'node:crypto';
import {
  linkSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  utimes,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { done, failed, type Result } from '../../lib/contract/problem.ts';

interface Owner {
  pid: number;
  host: string;
  /** Boot and start time of that process: a pid alone may have been given to another one since. */
  started: string | null;
  /** Containers count their processes each from one; a pid means something only inside of this. */
  pids: string | null;
  /** When it took the folder; missing in a lock of an older release. */
  since: string | null;
}

/** A reclaim takes microseconds; one that is older was killed in the middle. */
const RECLAIM_IS_OLD_MS = 10_000;
const BEAT_MS = 5000;
/** Some beats missed: it is gone, and was not one that is merely busy. */
const SILENT_MS = 30_000;

/**
 * @param dir the data folder, which exists
 * @returns a function that gives the folder free again, or a `conflict` that names the process and a way on
 */
export function lockFolder(dir: string): Result<() => void> {
  const path = join(dir, 'lock');
  const mine: Owner = {
    pid: process.pid,
    host: hostname(),
    started: startOf(process.pid),
    pids: pidsHere(),
    since: new Date().toISOString(),
  };
  for (let attempt = 0; attempt < 20; attempt++) {
    if (created(path, JSON.stringify(mine))) return done(keep(path));
    const owner = ownerOf(path);
    if (owner && isAlive(owner, path)) return held(path, owner);
    reclaim(path);
  }
  return held(path, ownerOf(path));
}

/** Shows from time to time that its owner lives, to whoever cannot see its process. @returns what gives it free */
function keep(path: string): () => void {
  const beat = setInterval(() => {
    const now = new Date();
    // Gone: somebody removed it by hand, and this process can only go on.
    utimes(path, now, now, () => {});
  }, BEAT_MS);
  beat.unref();
  return () => {
    clearInterval(beat);
    rmSync(path, { force: true });
  };
}

/** Written beside and linked: a lock without its owner in it, be it for a moment, would be taken for a dead one's. */
function created(path: string, content: string): boolean {
  const beside = `${path}.${randomUUID()}`;
  writeFileSync(beside, content, { flag: 'wx' });
  try {
    linkSync(beside, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(beside, { force: true });
  }
}

/**
 * Removes a lock whose owner is dead. Under a lock of its own: of two that found it dead, the slower one would
 * remove the lock that the faster one has just made.
 */
function reclaim(path: string): void {
  const turn = `${path}.reclaim`;
  if (!created(turn, '')) {
    if (ageOf(turn) > RECLAIM_IS_OLD_MS) rmSync(turn, { force: true });
    return;
  }
  const owner = ownerOf(path);
  if (!owner || !isAlive(owner, path)) rmSync(path, { force: true });
  rmSync(turn, { force: true });
}

/** @returns null when the file is gone, or was cut short by a crash while it was written */
function ownerOf(path: string): Owner | null {
  try {
    const { pid, host, started, pids, since } = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof pid !== 'number' || typeof host !== 'string') return null;
    const text = (value: unknown) => (typeof value === 'string' ? value : null);
    return { pid, host, started: text(started), pids: text(pids), since: text(since) };
  } catch {
    return null;
  }
}

function isAlive(owner: Owner, path: string): boolean {
  // Another container on this machine: its pids are not ours, but the clock is.
  if (isHere(owner) && owner.pids !== null && owner.pids !== pidsHere()) {
    return ageOf(path) < SILENT_MS;
  }
  // A pid of another machine says nothing here, so the lock has to be believed.
  if (owner.host !== hostname()) return true;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    if (codeOf(error) === 'ESRCH') return false;
  }
  const started = startOf(owner.pid);
  return started === null || owner.started === null || started === owner.started;
}

/** By the boot, since containers have host names of their own. */
function isHere({ started }: Owner): boolean {
  const boot = startOf(process.pid)?.split(':')[0];
  return boot !== undefined && started?.split(':')[0] === boot;
}

/** @returns which set of process numbers this is, on Linux; null where the system does not tell */
function pidsHere(): string | null {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return null;
  }
}

/** @returns boot id and start time on Linux, null where the system does not tell */
function startOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program may hold spaces and brackets; the fields after it do not. Start time is the 22nd.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return `${boot}:${fields[19]}`;
  } catch {
    return null;
  }
}

function ageOf(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function held(path: string, owner: Owner | null): Result<never> {
  const who = owner ? named(owner) : 'another process';
  return failed(
    'conflict',
    `The data folder is in use by ${who}`,
    `Stop that one first, or set TRUCE_DATA_DIR to another folder. If it is surely gone, delete ${path}.`,
  );
}

/** `process 4711 on crm-1, since 2026-11-26T10:28:42.000Z`: enough to find it, and to see that it is an old one. */
function named({ pid, host, since }: Owner): string {
  return `process ${pid} on ${host}${since === null ? '' : `, since ${since}`}`;
}

/** @returns who has the folder, in words; null when nobody who lives does */
export function holderOf(dir: string): string | null {
  const path = join(dir, 'lock');
  const owner = ownerOf(path);
  return owner && isAlive(owner, path) ? named(owner) : null;
}

function codeOf(error: unknown): unknown {
  return (error as NodeJS.ErrnoException).code;
}
