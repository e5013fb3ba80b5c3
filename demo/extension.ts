/** Builds the extension when its sources have changed since the last build of the same kind. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../scripts/run.ts';
import { hashOf, isFresh, writeStamp } from '../scripts/stamp.ts';
import type { Progress } from './progress.ts';

const ROOT = join(import.meta.dirname, '..');
const WXT = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');

const INPUTS = [
  'entrypoints',
  'components',
  'lib',
  'public',
  'tests/fixtures/repairs-test-key.json',
  'wxt.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

export interface ExtensionBuild {
  browser: 'chrome' | 'firefox';
  /** `demo` may act on localhost from the start; `production` is what people install. */
  mode: 'demo' | 'production';
}

/** @returns the folder of the unpacked extension */
export function extensionFolder({ browser, mode }: ExtensionBuild): string {
  return join(ROOT, '.output', `${browser}-mv3${mode === 'production' ? '' : `-${mode}`}`);
}

/** @returns the folder of the unpacked extension, built from the sources as they are now */
export async function ensureExtensionBuilt(
  build: ExtensionBuild,
  progress: Progress,
  signal?: AbortSignal,
): Promise<string> {
  const folder = extensionFolder(build);
  const stamp = `${folder}.stamp`;
  const repairsKey = process.env.TRUCE_REPAIRS_KEY ?? '';
  const hash = await hashOf(ROOT, INPUTS, [build.browser, build.mode, repairsKey]);
  if (existsSync(join(folder, 'manifest.json')) && (await isFresh(stamp, hash))) return folder;

  const { browser, mode } = build;
  await progress.step(`Building the extension (${browser}, ${mode})`, () =>
    run('wxt build', process.execPath, [WXT, 'build', '-b', browser, '-m', mode], {
      cwd: ROOT,
      signal,
      // The build must be the same whether or not it is a test that asks for it.
      env: { ...process.env, NODE_ENV: 'production' },
    }),
  );
  await writeStamp(stamp, hash);
  return folder;
}
