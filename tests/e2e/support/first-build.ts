/** The extension as it was first built for others, made again from the history, to be updated to what it is now. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/packages.ts';
import { run } from '../../../scripts/run.ts';

/** The state of 26 November 2026, before anything was packed for a store. Its shapes are in tests/fixtures/storage-0.1.0.json, too. */
export const FIRST_BUILD = '423297291c75da211f6e5294107cf00c68e453ac';

const PARTS = [
  'components',
  'entrypoints',
  'lib',
  'package.json',
  'public',
  'tests/fixtures/repairs-test-key.json',
  'tsconfig.json',
  'wxt.config.ts',
];

/** @returns whether this checkout reaches back that far; a shallow one does not */
export function hasFirstBuild(): boolean {
  try {
    execFileSync('git', ['cat-file', '-e', `${FIRST_BUILD}^{commit}`], {
      cwd: ROOT,
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

/**
 * Builds it as it was then, on today's packages.
 *
 * @returns the folder of the unpacked extension, without a key as stores have it, and of a version before today's
 */
export async function firstBuild(
  browser: 'chrome' | 'firefox',
): Promise<{ folder: string; remove(): Promise<void> }> {
  const place = await mkdtemp(join(tmpdir(), 'truce-first-'));
  const archive = join(place, 'then.tar');
  execFileSync('git', ['archive', '--output', archive, FIRST_BUILD, ...PARTS], { cwd: ROOT });
  execFileSync('tar', ['-xf', archive, '-C', place]);
  await symlink(join(ROOT, 'node_modules'), join(place, 'node_modules'));
  const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  await run('wxt build of then', process.execPath, [wxt, 'build', '-b', browser], {
    cwd: place,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const folder = join(place, '.output', `${browser}-mv3`);
  const file = join(folder, 'manifest.json');
  if (!existsSync(file)) throw new Error(`Nothing was built in ${place}.`);
  const { key: _, ...manifest } = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...manifest, version: '0.0.1' }));
  return { folder, remove: () => rm(place, { recursive: true, force: true }) };
}
