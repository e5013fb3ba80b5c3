/** What a release is made of: which packages there are, what is in each, and what they are called. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { filesOf, zipOf } from './zip-file.ts';

export const ROOT = join(import.meta.dirname, '..');
/** Where builds and packages go. */
export const OUTPUT = join(ROOT, '.output');
export const BROWSERS = ['chrome', 'edge', 'firefox'] as const;
export type PackageFor = (typeof BROWSERS)[number];

/** Public half of the key by which repaired selectors are believed; in an archive of sources, as that release had it. */
export const REPAIRS_KEY = 'repairs-key.txt';

/** All that a build needs. How to build it is said in the archive itself, see `sources`. */
const SOURCES = [
  '.npmrc',
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

const own = z.looseObject({ version: z.string() });

/** @returns the version in package.json, which is the only place it is written in */
export function versionNow(root = ROOT): string {
  return own.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version;
}

/** @returns the name of a package's file */
export function packageName(what: PackageFor | 'sources', version = versionNow()): string {
  return `truce-${version}-${what}.zip`;
}

/** @returns the name of the file with the sums of all packages, which `sha256sum --check` reads */
export const sumsName = (version = versionNow()) => `truce-${version}-SHA256SUMS`;

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

/**
 * The stores of Chrome and Edge refuse a manifest with a `key`: they give every extension a key of their own. Who loads the
 * unpacked build keeps it, and with it one id in all places.
 *
 * @returns the package of a built extension, as it is handed in
 */
export function packageOf(browser: PackageFor): Buffer {
  const folder = join(OUTPUT, `${browser}-mv3`);
  const files = gather(folder, readdirSync(folder));
  const { key: _, ...manifest } = manifestIn(files);
  files.set('manifest.json', Buffer.from(JSON.stringify(manifest)));
  return zipOf(files);
}

/** @returns the manifest of an extension whose files these are */
export function manifestIn(files: ReadonlyMap<string, Uint8Array>): Record<string, unknown> {
  const text = Buffer.from(files.get('manifest.json') ?? []).toString('utf8');
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}

/**
 * @param repairsKey the key that the packages were built with, which the archive has to hand on to build the same
 * @returns the archive of sources that Mozilla's review asks for, with what it takes to build from it
 */
export function sources(repairsKey: string): Buffer {
  const files = gather(ROOT, SOURCES);
  files.set('BUILD.md', Buffer.from(buildSteps()));
  if (repairsKey) files.set(REPAIRS_KEY, Buffer.from(`${repairsKey}\n`));
  return zipOf(files);
}

const buildSteps = () => `# Building Truce from this archive

    npm ci
    npm run build-for-amo

makes \`.output/${packageName('firefox')}\`, the same bytes as the package that was handed in, and \`.output/firefox-mv3\`, the
same unpacked. \`npm run zip\` makes the packages for Chrome and Edge as well.

- Any system with Node 22 or newer and npm. The build itself runs on the Node that \`npm ci\` brings along (package \`node\`), so the
  one of the machine does not matter.
- Every tool is in \`package.json\`, its exact version in \`package-lock.json\`. Nothing is downloaded by the build itself.
- WXT (which is Vite and Rolldown) compiles TypeScript and React and minifies; nothing is obfuscated. The code that runs is in
  \`entrypoints\`, \`components\` and \`lib\`; \`wxt.config.ts\` makes the manifest; \`scripts/zip.ts\` packs.
- What others wrote is named in \`THIRD-PARTY.md\` with its licence and version.
`;

/** @returns a package that was made, as its files */
export function openPackage(what: PackageFor | 'sources'): Map<string, Uint8Array> {
  return filesOf(readFileSync(join(OUTPUT, packageName(what))));
}
