/** Backups by the clock, made by the store itself as long as it runs. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backups } from '../env.ts';
import type { Store } from '../http/context.ts';
import { copyOf, fileNameAt, packed, type Source, writeWhole } from './make.ts';

const LOOK_EVERY_MS = 60_000;
const NAME = /^truce-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.tar\.gz$/;

/** @returns names of the backups in a folder, the oldest first */
export async function backupsIn(dir: string): Promise<string[]> {
  const names = await readdir(dir).catch(() => []);
  return names.filter((name) => NAME.test(name)).sort();
}

/** @returns when the newest one was made; null when there is none */
export async function lastBackupAt(dir: string): Promise<number | null> {
  const newest = (await backupsIn(dir)).at(-1);
  const [, ...parts] = NAME.exec(newest ?? '') ?? [];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  return newest === undefined ? null : Date.UTC(year, month - 1, day, hour, minute, second);
}

/**
 * Makes one if it is time, and lets the oldest go. Old ones are removed only after the new one is there.
 *
 * @returns the new file, and how long statements waited for it; null when it is not time yet
 */
export async function backUpIfDue(
  source: Source,
  { dir, everyMs, keep }: Backups,
): Promise<{ file: string; heldMs: number } | null> {
  const now = source.now();
  const last = await lastBackupAt(dir);
  if (last !== null && now - last < everyMs) return null;
  const file = join(dir, fileNameAt(now));
  const copy = await copyOf(source);
  await writeWhole(packed(copy, now), file);
  for (const name of (await backupsIn(dir)).slice(0, -keep)) await rm(join(dir, name));
  return { file, heldMs: copy.heldMs };
}

/** @returns what settles when no backup is being made any more, once `stopping` has been aborted */
export function startBackups(
  source: Source,
  backups: Backups,
  { log, metrics, stopping }: Pick<Store, 'log' | 'metrics' | 'stopping'>,
): { ended: Promise<void> } {
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  let running: Promise<void> | null = null;
  const look = () => {
    running ??= turn().finally(() => {
      running = null;
    });
  };
  const turn = async () => {
    try {
      const made = await backUpIfDue(source, backups);
      if (!made) return;
      log.info({ heldMs: made.heldMs }, 'backup made');
      metrics.backedUp(made.heldMs);
    } catch (error) {
      log.error({ err: error }, 'the backup failed');
    }
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  stopping.addEventListener(
    'abort',
    async () => {
      clearInterval(timer);
      await running;
      resolve();
    },
    { once: true },
  );
  look();
  return { ended };
}
