/** A disk of a browser's own, that can be full: a file system in memory, which only root on Linux may mount. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdir, rm, statfs } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Browsers count what is free before they store anything; what is not used costs no memory. */
const ROOMY = 8 * 1024 ** 3;

export interface OwnDisk {
  setFull(isFull: boolean): Promise<void>;
  remove(): Promise<void>;
}

/** Whether a disk of one's own can be had here. */
export const canMount = process.platform === 'linux' && process.getuid?.() === 0;

/** @param path where it is to be; where none can be had, an ordinary folder is there, which is never full */
export async function openDisk(path: string): Promise<OwnDisk> {
  await mkdir(path);
  if (canMount) await run('mount', ['-t', 'tmpfs', '-o', `size=${ROOMY}`, 'truce-faults', path]);
  // Whoever is interrupted has no time to wait for anything, and what is mounted outlives every process.
  const atExit = () => {
    if (canMount) execFileSync('umount', ['--lazy', path]);
  };
  process.once('exit', atExit);
  const resize = (bytes: number) => run('mount', ['-o', `remount,size=${bytes}`, path]);
  return {
    async setFull(isFull) {
      if (!canMount) throw new Error('Only root can fill a disk of its own.');
      if (!isFull) return void (await resize(ROOMY));
      // It is never smaller than what is on it, which may have grown meanwhile.
      for (let isDone = false; !isDone; ) {
        const { blocks, bfree, bsize } = await statfs(path);
        isDone = await resize((blocks - bfree) * bsize).then(
          () => true,
          () => false,
        );
      }
    },
    async remove() {
      process.off('exit', atExit);
      if (canMount) await run('umount', ['--lazy', path]);
      await rm(path, { recursive: true, force: true });
    },
  };
}
