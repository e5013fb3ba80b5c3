/** A backup, read back: every file is what it was, and none is missing. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import { MANIFEST, type Manifest, manifest } from './manifest.ts';
import { type Entry, readTar } from './tar.ts';

/** Nothing of a file that somebody made by hand may land beside the folder. */
const PATH = /^pg\/(?:(?!\.{1,2}\/)[\w.-]+\/)*(?:(?!\.{1,2}$)[\w.-]+)?$/;

/**
 * @param to where the folder `pg` of it goes; null: only looked at
 * @returns what the backup says about itself; or why it is none, or not a whole one
 */
export async function unpack(file: string, to: string | null): Promise<Result<Manifest>> {
  const found = new Map<string, string>();
  let listed: Manifest | null = null;
  const take = async (entry: Entry, content: AsyncIterable<Buffer>) => {
    if (entry.name === MANIFEST) {
      listed = manifest.parse(JSON.parse(await textOf(content)));
    } else if (!PATH.test(entry.name)) {
      throw new Error(`It holds ${entry.name}, which no backup of a store does.`);
    } else if (entry.name.endsWith('/')) {
      if (to !== null) await mkdir(join(to, entry.name), { recursive: true, mode: 0o700 });
    } else found.set(entry.name, await written(content, to && join(to, entry.name)));
  };
  try {
    const gunzip = createGunzip();
    // Whichever of the two fails first ends the other one.
    await Promise.all([
      pipeline(createReadStream(file), gunzip),
      readTar(gunzip, take).catch((error) => {
        gunzip.destroy(error);
        throw error;
      }),
    ]);
  } catch (error) {
    return unusable(file, error instanceof Error ? error.message : String(error));
  }
  return checked(file, found, listed);
}

function checked(
  file: string,
  found: Map<string, string>,
  listed: Manifest | null,
): Result<Manifest> {
  if (listed === null) return unusable(file, 'It stops before its end.');
  const names = Object.keys(listed.files);
  const wrong = names.find((name) => found.get(name) !== listed.files[name]);
  if (wrong !== undefined) return unusable(file, `${wrong} in it is not what was backed up.`);
  if (names.length !== found.size) return unusable(file, 'It holds files that were not backed up.');
  return done(listed);
}

function unusable(file: string, why: string): Result<never> {
  const detail = `${why} Take another backup; this one cannot be trusted.`;
  return failed('bad-request', `${file} is not a usable backup`, detail);
}

async function textOf(content: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const piece of content) parts.push(piece);
  return Buffer.concat(parts).toString('utf8');
}

/** Not waiting for the disk: the engine does not either, and until the power has held, the backup is still there. @returns the checksum */
async function written(content: AsyncIterable<Buffer>, path: string | null): Promise<string> {
  const hash = createHash('sha256');
  if (path !== null) await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const handle = path === null ? null : await open(path, 'wx', 0o600);
  try {
    for await (const piece of content) {
      hash.update(piece);
      // A piece may be a part of a larger one that is read into again.
      await handle?.write(piece);
    }
  } finally {
    await handle?.close();
  }
  return hash.digest('hex');
}
