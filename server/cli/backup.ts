/** `backup`: a copy of the database, also while the store runs. */
import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { copyOf, fileNameAt, packed, writeWhole } from '../backup/make.ts';
import { pgDump } from '../backup/pg-dump.ts';
import { unpack } from '../backup/unpack.ts';
import { askRunning } from '../control/ask.ts';
import { holderOf } from '../db/pid-lock.ts';
import type { Env } from '../env.ts';
import { EXIT } from './exit.ts';
import { type Io, say } from './io.ts';
import { settingsFor, withDatabase } from './open.ts';

export async function backupCommand(args: readonly string[], io: Io): Promise<number> {
  const [target, ...more] = args;
  if (more.length > 0 || target?.startsWith('-')) {
    say(io.err, '“backup” takes one file or folder and nothing else.');
    return EXIT.setting;
  }
  const env = settingsFor(io);
  if (env === null) return EXIT.setting;
  const { databaseUrl, dataDir } = env;
  if (databaseUrl !== null) {
    return pgDump(databaseUrl, await placeFor(target, env, '.dump'), io);
  }
  const file = await placeFor(target, env, '.tar.gz');
  if (holderOf(dataDir) === null) {
    return withDatabase(io, async ({ pool }) => {
      const copy = await copyOf({ dataDir, pool, now: Date.now });
      return keep(packed(copy, Date.now()), file, io);
    });
  }
  const running = await askRunning(dataDir, '/backup');
  if (running === null) {
    const who = holderOf(dataDir) ?? 'another process';
    say(
      io.err,
      `The data folder is in use by ${who}, which does not answer. Try again when it runs.`,
    );
    return EXIT.folderInUse;
  }
  return keep(running, file, io);
}

/** A backup that nobody has read is a hope, so it is read once. */
async function keep(bytes: Readable, file: string, io: Io): Promise<number> {
  await writeWhole(bytes, file);
  const read = await unpack(file, null);
  if (!read.ok) {
    say(io.err, `${read.problem.title}. ${read.problem.detail}`);
    return EXIT.unexpected;
  }
  const { size } = await stat(file);
  const { madeAt } = read.value;
  say(io.out, `${file}: ${(size / 1e6).toFixed(1)} MB, as of ${madeAt}, read back and whole.`);
  return EXIT.done;
}

/** A folder gets a name by time; a file that is there is not written over. */
async function placeFor(target: string | undefined, env: Env, ending: string): Promise<string> {
  const given = resolve(target ?? env.backups?.dir ?? '.');
  const isFolder = target === undefined || (await stat(given).catch(() => null))?.isDirectory();
  if (!isFolder && (await stat(given).catch(() => null))) {
    throw new Error(`${basename(given)} is there already; name another file`);
  }
  return isFolder ? join(given, fileNameAt(Date.now()).replace('.tar.gz', ending)) : given;
}
