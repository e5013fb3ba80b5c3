/** Of a PostgreSQL server: its own program, where it is installed. */
import { spawn } from 'node:child_process';
import { rename, rm } from 'node:fs/promises';
import { EXIT } from '../cli/exit.ts';
import { type Io, say } from '../cli/io.ts';

const ADVICE =
  'For a store that must not lose a minute, archive its log as well (point-in-time recovery), or use what your provider offers: docs/deploy.md.';

/** @returns what the command ends with */
export async function pgDump(databaseUrl: string, file: string, io: Io): Promise<number> {
  const unfinished = `${file}.unfinished`;
  // By the environment: other users of this machine can read the words of a command.
  const { url, password } = withoutPassword(databaseUrl);
  const child = spawn('pg_dump', ['--format=custom', `--file=${unfinished}`, `--dbname=${url}`], {
    env: { PATH: io.env.PATH, ...(password === '' ? {} : { PGPASSWORD: password }) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => {
    said += text.toString();
  });
  const code = await new Promise<number | null | 'missing'>((resolve) => {
    child.once('error', () => resolve('missing'));
    child.once('close', resolve);
  });
  if (code === 'missing') {
    const how = `Install PostgreSQL's client programs, or run on the server: pg_dump --format=custom --file=${file} DATABASE`;
    say(io.err, `pg_dump is not installed here. ${how}\n${ADVICE}`);
    return EXIT.unexpected;
  }
  if (code !== 0) {
    await rm(unfinished, { force: true });
    say(io.err, `pg_dump could not do it: ${said.trim().split('\n').at(-1) ?? ''}`);
    say(io.err, 'It has to be of the same version as the server, or a newer one.');
    return EXIT.unexpected;
  }
  await rename(unfinished, file);
  say(
    io.out,
    `${file}: written by pg_dump. To restore: pg_restore --dbname=EMPTY_DATABASE ${file}`,
  );
  say(io.err, ADVICE);
  return EXIT.done;
}

function withoutPassword(databaseUrl: string): { url: string; password: string } {
  const url = new URL(databaseUrl);
  const password = decodeURIComponent(url.password);
  url.password = '';
  return { url: url.href, password };
}
