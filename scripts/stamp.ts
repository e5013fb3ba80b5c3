/** Stamps: a built thing is built again only when the files it was made from are not the same any more. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/**
 * @param root folder that the paths are given from
 * @param paths files and folders; those that do not exist count as empty
 * @param also anything else that changes the result, such as a build mode
 * @returns one hash of all names and contents
 */
export async function hashOf(
  root: string,
  paths: readonly string[],
  also: readonly string[] = [],
): Promise<string> {
  const hash = createHash('sha256').update(also.join('\0'));
  for (const path of paths) {
    for (const file of await filesBelow(join(root, path))) {
      hash.update(`\0${relative(root, file)}\0`).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function filesBelow(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (!found) return [];
  if (found.isFile()) return [path];
  const names = (await readdir(path)).sort();
  const inside = await Promise.all(names.map((name) => filesBelow(join(path, name))));
  return inside.flat();
}

/** @returns whether the thing that `stampFile` stands for was made from exactly these inputs */
export async function isFresh(stampFile: string, hash: string): Promise<boolean> {
  return (await readFile(stampFile, 'utf8').catch(() => '')) === hash;
}

/** Remembers what a thing was made from. Call it last: a build that breaks off must not count. */
export async function writeStamp(stampFile: string, hash: string): Promise<void> {
  await mkdir(dirname(stampFile), { recursive: true });
  await writeFile(stampFile, hash);
}
