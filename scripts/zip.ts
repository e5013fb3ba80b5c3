/**
 * `npm run zip`: builds the extension for each browser and packs it, and its sources for those who build it again, with the sums
 * of all beside them. The same sources give the same bytes, in any folder, at any time: `npm run test:reproducible` holds it.
 *
 * `npm run zip -- firefox` makes one package, `-- --files` also says what is in each.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  BROWSERS,
  OUTPUT,
  packageName,
  packageOf,
  REPAIRS_KEY,
  ROOT,
  sources,
  sumsName,
} from './packages.ts';
import { run } from './run.ts';
import { filesOf } from './zip-file.ts';

const asked = process.argv.slice(2);
const strange = asked.find((word) => word !== '--files' && !isOneOf(word));
if (strange !== undefined) {
  console.error(`There is no package for ${strange}; there are ${BROWSERS.join(', ')}.`);
  process.exit(1);
}
await pack(BROWSERS.filter((browser) => asked.includes(browser)));

/** @param only these packages, or all there are, with the sources and the sums, when it is empty */
async function pack(only: readonly (typeof BROWSERS)[number][]): Promise<void> {
  mkdirSync(OUTPUT, { recursive: true });
  const wanted = only.length > 0 ? only : BROWSERS;
  const lines: string[] = [];
  const write = (what: Parameters<typeof packageName>[0], bytes: Buffer) => {
    const name = packageName(what);
    writeFileSync(join(OUTPUT, name), bytes);
    lines.push(`${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`);
    tell(name, bytes);
  };
  for (const browser of wanted) {
    const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
    await run('wxt build', process.execPath, [wxt, 'build', '-b', browser], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'production' },
    });
    write(browser, packageOf(browser));
  }
  if (only.length > 0) return;
  write('sources', sources(repairsKey()));
  writeFileSync(join(OUTPUT, sumsName()), lines.join(''));
  console.log(`\n${lines.join('')}\nThe sums are in .output/${sumsName()}.`);
}

/** Says how large a package is, and of what. */
function tell(name: string, bytes: Buffer): void {
  const files = [...filesOf(bytes)];
  const kB = (length: number) => `${(length / 1000).toFixed(0)} kB`;
  console.log(`${name}: ${kB(bytes.length)} in ${files.length} files`);
  if (!asked.includes('--files')) return;
  for (const [path, content] of files)
    console.log(`  ${String(content.length).padStart(8)}  ${path}`);
}

/** As wxt.config.ts reads it. */
function repairsKey(): string {
  const kept = join(ROOT, REPAIRS_KEY);
  return (
    process.env.TRUCE_REPAIRS_KEY || (existsSync(kept) ? readFileSync(kept, 'utf8').trim() : '')
  );
}

function isOneOf(word: string): boolean {
  return BROWSERS.some((browser) => browser === word);
}
