/** Runs one of PostgreSQL's own programs. */
import { spawn } from 'node:child_process';

export interface Ended {
  /** `missing`: it is not installed here. */
  code: number | null | 'missing';
  /** The last line of what it complained of. */
  said: string;
}

/** @param words as for a shell; the database comes after them */
export async function runProgram(
  program: 'pg_dump' | 'pg_restore',
  words: readonly string[],
  databaseUrl: string,
  path: string | undefined,
): Promise<Ended> {
  // By the environment: other users of this machine can read the words of a command.
  const { url, password } = withoutPassword(databaseUrl);
  const files = words.filter((word) => !word.startsWith('--'));
  const options = words.filter((word) => word.startsWith('--'));
  const child = spawn(program, [...options, `--dbname=${url}`, ...files], {
    env: { PATH: path, ...(password === '' ? {} : { PGPASSWORD: password }) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => {
    said += text.toString();
  });
  const code = await new Promise<Ended['code']>((resolve) => {
    child.once('error', () => resolve('missing'));
    child.once('close', resolve);
  });
  return { code, said: said.trim().split('\n').at(-1) ?? '' };
}

function withoutPassword(databaseUrl: string): { url: string; password: string } {
  const url = new URL(databaseUrl);
  const password = decodeURIComponent(url.password);
  url.password = '';
  return { url: url.href, password };
}
