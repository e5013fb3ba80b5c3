/** The folder of the embedded database, copied in two goes, so that nobody waits for more than what changed in between. */
import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What a file looked like before it was copied. */
export type Seen = Map<string, string>;

/** File systems keep times in steps; a file that was written this shortly before the first go is copied again. */
const JUST_NOW_MS = 2000;

/** Says that a server runs here; a copy of it would be wrong. */
const NOT_COPIED = new Set(['postmaster.pid', 'postmaster.opts']);

/**
 * Copies everything that is not in `seen` as it is now, and removes from the copy what is gone.
 *
 * @param seen empty the first time; what this finds is entered
 * @returns how many bytes were copied
 */
export async function copyChanged(from: string, to: string, seen: Seen): Promise<number> {
  const startedAt = Date.now();
  const now: Seen = new Map();
  let copied = 0;
  await mkdir(to, { recursive: true });
  for (const path of await pathsIn(from)) {
    if (path.endsWith('/')) {
      await mkdir(join(to, path), { recursive: true });
      continue;
    }
    const { size, mtimeMs } = await stat(join(from, path));
    const isFresh = mtimeMs > startedAt - JUST_NOW_MS;
    now.set(path, isFresh ? 'fresh' : `${size} ${mtimeMs}`);
    if (now.get(path) === seen.get(path) && !isFresh) continue;
    await mkdir(dirname(join(to, path)), { recursive: true });
    // Where the file system can, both share the blocks until one of them changes.
    await copyFile(join(from, path), join(to, path), constants.COPYFILE_FICLONE);
    copied += size;
  }
  // What was there at an earlier go and is no more.
  for (const path of await pathsIn(to)) {
    if (!path.endsWith('/') && !now.has(path)) await rm(join(to, path), { force: true });
  }
  seen.clear();
  for (const [path, look] of now) seen.set(path, look);
  return copied;
}

/** @returns all files and folders below, folders with `/` at the end and before what is in them */
export async function pathsIn(folder: string): Promise<string[]> {
  const found: string[] = [];
  const walk = async (below: string) => {
    const entries = await readdir(join(folder, below), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${below}${entry.name}`;
      if (entry.isDirectory()) {
        found.push(`${path}/`);
        await walk(`${path}/`);
      } else if (entry.isFile() && !NOT_COPIED.has(entry.name)) found.push(path);
    }
  };
  await walk('');
  return found;
}
