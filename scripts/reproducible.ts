/**
 * `npm run test:reproducible`: makes a release twice, in two folders with names, clocks and languages of their own, and
 * compares every byte.
 */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.ts';

const ROOT = join(import.meta.dirname, '..');
/** Made by a build, or nothing of it. */
const NOT_COPIED = [
  '.git',
  '.output',
  '.wxt',
  '.truce',
  '.ci',
  'demo',
  'docs',
  'server',
  'shots',
  'coverage',
];

const PLACES = [
  { folder: 'a', env: { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' } },
  {
    folder: 'another folder, with a longer name',
    env: { TZ: 'America/Adak', LANG: 'C', LC_ALL: 'C' },
  },
];

const scratch = mkdtempSync(join(tmpdir(), 'truce-twice-'));
try {
  const made: Map<string, string>[] = [];
  for (const { folder, env } of PLACES) made.push(await release(join(scratch, folder), env));
  process.exitCode = compare(made) ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** @returns hashes of what a release made in this folder is */
async function release(folder: string, env: NodeJS.ProcessEnv): Promise<Map<string, string>> {
  cpSync(ROOT, folder, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !NOT_COPIED.some((name) => path === join(ROOT, name)),
  });
  // Times of files differ between checkouts, too.
  utimesSync(join(folder, 'wxt.config.ts'), new Date(), new Date(2001, 1, folder.length % 28));
  await run('npm run zip', process.execPath, [join(folder, 'scripts/zip.ts')], {
    cwd: folder,
    env: { ...process.env, ...env },
  });
  const output = join(folder, '.output');
  return new Map(
    readdirSync(output)
      .filter((name) => name.endsWith('.zip'))
      .map((name) => {
        const bytes = readFileSync(join(output, name));
        return [name, createHash('sha256').update(bytes).digest('hex')];
      }),
  );
}

/** Prints what was made. @returns whether it was the same each time, and there was something */
function compare([first = new Map(), ...others]: Map<string, string>[]): boolean {
  let same = first.size > 0;
  for (const [name, hash] of first) {
    const isSame = others.every((other) => other.get(name) === hash && other.size === first.size);
    console.log(`${isSame ? 'same bytes' : 'DIFFERENT '}  ${hash.slice(0, 16)}  ${name}`);
    same &&= isSame;
  }
  return same;
}
