/** What a reader puts in where a command has a placeholder, and how the command is then run. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from './pages.ts';

/** Of the store that commands are tried on, and of the folder in which their files are. */
export interface Place {
  url: string;
  token: string;
  writeKey: string;
  /** A file of people for imports. */
  people: string;
  /** A backup of the store. */
  backup: string;
  /** Where everything else is written. */
  folder: string;
}

/** @returns the command as somebody with this store would type it */
export function typed(command: string, place: Place): string {
  return (
    command
      // By itself curl is content with any answer.
      .replace(/^curl /, 'curl --fail-with-body -sS ')
      // What stands in brackets may be left out.
      .replaceAll(/ \[[^\]]*\]/g, '')
      .replaceAll('https://truce.acme.example', place.url)
      .replaceAll(/\bTOKEN\b/g, place.token)
      .replaceAll(/\bWRITE_KEY\b/g, place.writeKey)
      .replaceAll(/\btruce-\d{8}T\d{6}Z\.tar\.gz/g, place.backup)
      .replaceAll('/tmp/try', `${place.folder}/try`)
      .replaceAll(/\bevents\.ndjson\b/g, `${place.folder}/events.ndjson`)
      .replace(/( restore .*)\bFILE\b/, `$1${place.backup}`)
      .replaceAll(/\bFILE\b/g, place.people)
  );
}

export interface Ended {
  code: number | null;
  output: string;
}

/**
 * @param until ends the command once it has said this; without it, the command ends by itself
 * @returns what it ended with (0 when it was ended because it had said what was waited for), and what it said
 */
export async function run(
  command: string,
  env: Record<string, string>,
  { until, cwd = ROOT }: { until?: RegExp | undefined; cwd?: string } = {},
): Promise<Ended> {
  const child = spawn('sh', ['-c', command], {
    cwd,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: npm, its shell and the program end together.
    detached: true,
  });
  let output = '';
  let isThere = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => {
      output += text.toString();
      if (isThere || !until?.test(output) || child.pid === undefined) return;
      isThere = true;
      process.kill(-child.pid, 'SIGTERM');
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code: isThere ? 0 : code, output };
}
