/** How to call apt-get on this machine, where that is possible at all. */
import { existsSync } from 'node:fs';
import { run } from './run.ts';

/** Runs `apt-get` as root with these arguments and returns what it printed. */
export type Apt = (args: string[]) => Promise<string>;

/** @returns how to call apt-get here as root, or null when that is not possible */
export async function aptCommand(): Promise<Apt | null> {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return null;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !(await sudoWithoutPassword())) return null;
  const [command, ...before] = isRoot ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (args) =>
    run(`apt-get ${args[0]}`, command ?? 'apt-get', [...before, ...args], { cwd: '/', env });
}

async function sudoWithoutPassword(): Promise<boolean> {
  return run('sudo', 'sudo', ['-n', 'true'], { cwd: '/' }).then(
    () => true,
    () => false,
  );
}
