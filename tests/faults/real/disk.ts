/** A disk that takes nothing more, for one browser: each of its processes may write no further byte. Linux only. */
import { execFile } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Writing beyond the limit ends a process that does not ignore the signal; who is started by this does.
 *
 * @returns a program that starts the browser so
 */
export async function survivesFullDisk(folder: string, program: string): Promise<string> {
  const script = join(folder, 'browser.sh');
  await writeFile(script, `#!/bin/sh\ntrap '' XFSZ\nexec '${program}' "$@"\n`);
  await chmod(script, 0o755);
  return script;
}

/** @param leader of the browser's group of processes */
export async function setDiskFull(leader: number, isFull: boolean): Promise<void> {
  const { stdout } = await run('pgrep', ['-g', String(leader)]);
  for (const pid of stdout.split('\n').filter(Boolean)) {
    const limit = isFull ? '--fsize=0:' : '--fsize=unlimited:';
    // Some end by themselves at any time.
    await run('prlimit', ['--pid', pid, limit]).catch(() => undefined);
  }
}
