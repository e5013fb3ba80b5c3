/**
 * `npm run zip`: builds the extension for each browser and packs it, and its sources for those who build it again. The same
 * sources give the same bytes, in any folder, at any time: `npm run test:reproducible` holds it.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.ts';
import { zipOf } from './zip-file.ts';

const ROOT = join(import.meta.dirname, '..');
const BROWSERS = ['chrome', 'edge', 'firefox'] as const;

/** All that a build needs; whoever reviews the extension builds it with `npm ci && npm run zip`. */
const SOURCES = [
  'LICENSE',
  'README.md',
  'THIRD-PARTY.md',
  'components',
  'entrypoints',
  'lib',
  'package-lock.json',
  'package.json',
  'public',
  'scripts',
  'tests/fixtures/repairs-test-key.json',
  'tsconfig.json',
  'wxt.config.ts',
];

/** @returns the contents of these files, and of all below these folders, by path from `root` */
function gather(root: string, paths: readonly string[]): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  const take = (path: string) => {
    const full = join(root, path);
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full)) take(`${path}/${name}`);
    } else found.set(path, readFileSync(full));
  };
  for (const path of paths) take(path);
  return found;
}

async function pack(): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const output = join(ROOT, '.output');
  mkdirSync(output, { recursive: true });
  const write = (what: string, bytes: Buffer) => {
    const name = `truce-${version}-${what}.zip`;
    writeFileSync(join(output, name), bytes);
    console.log(`${createHash('sha256').update(bytes).digest('hex')}  ${name}`);
  };
  for (const browser of BROWSERS) {
    const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
    await run('wxt build', process.execPath, [wxt, 'build', '-b', browser], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'production' },
    });
    const folder = join(output, `${browser}-mv3`);
    write(browser, zipOf(gather(folder, readdirSync(folder))));
  }
  write('sources', zipOf(gather(ROOT, SOURCES)));
}

await pack();
