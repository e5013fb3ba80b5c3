/** Makes a backup of the embedded database while it serves. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { copyChanged, pathsIn } from './copy.ts';
import { MANIFEST, type Manifest } from './manifest.ts';
import { END, headerOf, paddingAfter } from './tar.ts';

/** After so many goes without anybody waiting, what is left to copy is small whatever happens meanwhile. */
const GOES_BEFORE = 2;

export interface Source {
  /** Its folder `pg` is the database. */
  dataDir: string;
  /** The pool of its one connection. */
  pool: pg.Pool;
  now: () => number;
}

export interface Copy {
  /** The database as it was at one moment, no statement half done. */
  folder: string;
  /** How long every statement had to wait. */
  heldMs: number;
  remove: () => Promise<void>;
}

/** What an interrupted backup leaves behind is recognised by its name and goes with the next one. */
const STAGING = 'backup.unfinished-';
/** Those that are being made or read: the clock and a command may each want one, and only this process has the folder. */
const inUse = new Set<string>();

/**
 * The embedded database writes nothing by itself, so while its one connection is held here and everything is on disk, the
 * files are the database at that moment. All that did not change before is copied without holding anything.
 */
export async function copyOf({ dataDir, pool }: Source): Promise<Copy> {
  for (const name of await readdir(dataDir)) {
    const left = join(dataDir, name);
    if (!name.startsWith(STAGING) || inUse.has(left)) continue;
    await rm(left, { recursive: true, force: true });
  }
  const staging = join(dataDir, `${STAGING}${randomUUID()}`);
  inUse.add(staging);
  const remove = async () => {
    await rm(staging, { recursive: true, force: true });
    inUse.delete(staging);
  };
  const from = join(dataDir, 'pg');
  const seen = new Map<string, string>();
  try {
    for (let go = 0; go < GOES_BEFORE; go++) await copyWhileItRuns(from, staging, seen);
    const connection = await pool.connect();
    const held = performance.now();
    try {
      await connection.query('checkpoint');
      await copyChanged(from, staging, seen);
    } finally {
      connection.release();
    }
    return { folder: staging, heldMs: Math.round(performance.now() - held), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** A file may go between being listed and being read; the last go, which nothing disturbs, finds what is there. */
async function copyWhileItRuns(from: string, to: string, seen: Map<string, string>) {
  await copyChanged(from, to, seen).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

/** @returns the bytes of the backup file; the copy is removed when all are read, or nobody reads on */
export function packed(copy: Copy, madeAt: number): Readable {
  return Readable.from(entriesOf(copy, madeAt)).compose(createGzip({ level: 1 })) as Readable;
}

async function* entriesOf(copy: Copy, madeAt: number): AsyncGenerator<Buffer> {
  const files: Manifest['files'] = {};
  try {
    yield headerOf({ name: 'pg/', size: 0 });
    for (const path of await pathsIn(copy.folder)) {
      const name = `pg/${path}`;
      if (name.endsWith('/')) {
        yield headerOf({ name, size: 0 });
        continue;
      }
      const { size } = await stat(join(copy.folder, path));
      yield headerOf({ name, size });
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(join(copy.folder, path))) {
        hash.update(chunk);
        yield chunk;
      }
      files[name] = hash.digest('hex');
      yield paddingAfter(size);
    }
    const manifest: Manifest = { format: 1, madeAt: new Date(madeAt).toISOString(), files };
    const text = Buffer.from(JSON.stringify(manifest));
    yield headerOf({ name: MANIFEST, size: text.length });
    yield text;
    yield paddingAfter(text.length);
    yield END;
  } finally {
    await copy.remove();
  }
}

/** Writes beside and moves, so that a file with this name is always a whole one. Never over another one. */
export async function writeWhole(from: Readable, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.unfinished`;
  try {
    await pipeline(from, createWriteStream(unfinished, { mode: 0o600 }));
    const handle = await open(unfinished, 'r+');
    await handle.sync();
    await handle.close();
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** `truce-20261126T102842Z.tar.gz`: by name is by age. */
export function fileNameAt(at: number): string {
  const stamp = new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
  return `truce-${stamp}.tar.gz`;
}
