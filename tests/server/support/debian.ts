/** Debian's own PostgreSQL, where it is installed: the version that many teams have, and older than npm's. */
import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort, lastOneOut, type TestPostgres } from './postgres.ts';

const run = promisify(execFile);

/** @returns the folder of the newest one's programs, or null where there is none */
export function debianPrograms(): string | null {
  const found = globSync('/usr/lib/postgresql/*/bin/postgres');
  const version = (path: string) => Number(path.split('/')[4]);
  const newest = found.sort((a, b) => version(b) - version(a))[0];
  return newest === undefined ? null : newest.slice(0, -'/postgres'.length);
}

/** @returns a server of that kind on a free port, with its data in a folder that goes with it */
export async function startDebian(programs: string): Promise<TestPostgres> {
  const parent = await mkdtemp(join(tmpdir(), 'truce-debian-'));
  await chmod(parent, 0o777);
  const data = join(parent, 'data');
  const as = { cwd: parent, ...(await notRoot()) };
  await run(join(programs, 'initdb'), ['-D', data, '-U', 'truce', '-A', 'trust', '-N'], as);
  const port = await freePort();
  const options = [
    `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${parent}`,
    '-c fsync=off -c full_page_writes=off -c max_connections=60',
  ].join(' ');
  const control = ['-D', data, '-w', '-l', join(parent, 'log')];
  await run(join(programs, 'pg_ctl'), ['start', ...control, '-o', options], as);
  const url = `postgres://truce@127.0.0.1:${port}`;
  return {
    url,
    stop: async () => {
      await lastOneOut(url);
      await run(join(programs, 'pg_ctl'), ['stop', '-D', data, '-w', '-m', 'fast'], as);
      await rm(parent, { recursive: true, force: true });
    },
  };
}

/** The server refuses to run as root, so there it runs as the user that its package made. */
async function notRoot(): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const id = async (what: string) => Number((await run('id', [what, 'postgres'])).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
}
