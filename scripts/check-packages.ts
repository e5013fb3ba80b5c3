/**
 * `npm run check:packages`: looks at what `npm run zip` made, as the stores will: sums, manifests, and Mozilla's own linter. Needs
 * no network. With `-- --rebuild` it also unpacks the sources elsewhere, builds from them as a reviewer does, and compares the bytes.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { lintFirefox } from './lint-firefox.ts';
import {
  BROWSERS,
  manifestIn,
  OUTPUT,
  openPackage,
  type PackageFor,
  packageName,
  sumsName,
  versionNow,
} from './packages.ts';
import { run } from './run.ts';

/** What a package may hold, and nothing hidden, no source map, no test. */
const EXPECTED = /^(?:[\w-]+\/)*[\w.-]+\.(?:js|css|html|json|png|svg|txt)$/;

/** @returns what is wrong with the packages, in sentences; none when they may be handed in */
export function faultsOfPackages(): string[] {
  return [...faultsOfSums(), ...BROWSERS.flatMap(faultsOf)];
}

function faultsOfSums(): string[] {
  const lines = readFileSync(join(OUTPUT, sumsName()), 'utf8').trim().split('\n');
  const wrong = lines.flatMap((line) => {
    const [sum, name = ''] = line.split('  ');
    const bytes = readFileSync(join(OUTPUT, name));
    const is = createHash('sha256').update(bytes).digest('hex');
    return is === sum ? [] : [`${name} is not what its sum says: run \`npm run zip\`.`];
  });
  const whole = lines.length === BROWSERS.length + 1;
  return whole ? wrong : [...wrong, `There are ${lines.length} sums: run \`npm run zip\`.`];
}

function faultsOf(browser: PackageFor): string[] {
  const files = openPackage(browser);
  const manifest = manifestIn(files);
  const say = (what: string) => `${packageName(browser)}: ${what}`;
  const wanted: [string, boolean][] = [
    ['is not Manifest V3', manifest.manifest_version === 3],
    [`is not version ${versionNow()}`, manifest.version === versionNow()],
    // Chrome's and Edge's stores refuse the first, all refuse the second.
    ['has a key', manifest.key === undefined],
    ['says itself where updates are', !JSON.stringify(manifest).includes('update_url')],
    ['does not say from which browser on', saysFrom(browser, manifest)],
    [
      'has no texts',
      files.has('_locales/en/messages.json') && files.has('_locales/de/messages.json'),
    ],
    ['lacks what is owed to others', files.has('third-party.txt')],
  ];
  const strange = [...files.keys()].filter((path) => !EXPECTED.test(path));
  return [
    ...wanted.flatMap(([what, holds]) => (holds ? [] : [say(what)])),
    ...strange.map((path) => say(`holds ${path}, which nobody expects there`)),
  ];
}

function saysFrom(browser: PackageFor, manifest: Record<string, unknown>): boolean {
  if (browser !== 'firefox') return /^\d+$/.test(String(manifest.minimum_chrome_version));
  const said = JSON.stringify(manifest.browser_specific_settings);
  return /"id":"[^"]+@[^"]+"/.test(said) && /"strict_min_version":"\d+\.\d+"/.test(said);
}

/** Builds Firefox's package as its reviewers do. @returns whether the bytes are those of ours */
async function rebuilds(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'truce-sources-'));
  try {
    for (const [path, content] of openPackage('sources')) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    // A reviewer has no settings of ours.
    const { TRUCE_REPAIRS_KEY: _, ...env } = process.env;
    await run('npm ci', 'npm', ['ci'], { cwd: folder, env });
    await run('npm run build-for-amo', 'npm', ['run', 'build-for-amo'], { cwd: folder, env });
    const name = packageName('firefox');
    const [ours, theirs] = [OUTPUT, join(folder, '.output')].map((where) =>
      readFileSync(join(where, name)),
    );
    return ours !== undefined && theirs !== undefined && ours.equals(theirs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<number> {
  const faults = faultsOfPackages();
  const { warnings, accepted } = lintFirefox(join(OUTPUT, packageName('firefox')));
  faults.push(...warnings);
  for (const line of accepted) console.log(`accepted: ${line}`);
  if (process.argv.includes('--rebuild')) {
    const same = await rebuilds();
    console.log(same ? 'Built from the archive of sources: the same bytes.' : '');
    if (!same) faults.push('The archive of sources builds another package than ours.');
  }
  for (const fault of faults) console.error(fault);
  console.log(faults.length === 0 ? 'The packages may be handed in.' : `${faults.length} faults.`);
  return faults.length === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main();
