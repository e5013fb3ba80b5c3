/** Which packages of others go out with Truce: in the extension's bundles, or beside the store. Read from the lock file. */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const ROOT = join(import.meta.dirname, '..');

const names = z._default(z.record(z.string(), z.string()), {});
const locked = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.optional(z.string()),
      license: z.optional(z.string()),
      dev: z._default(z.boolean(), false),
      dependencies: names,
      optionalDependencies: names,
    }),
  ),
});

/** Development tools that put code of their own into every bundle. */
const BUNDLERS = ['wxt', 'vite', 'rolldown'];

export interface Shipped {
  name: string;
  version: string;
  /** As the package says, in SPDX's words; empty when it says none. */
  licence: string;
  /** Some of it is in the bundles of the extension. */
  inExtension: boolean;
  /** Installed beside the store. */
  inStore: boolean;
}

/** @returns every package of others that goes out, by name */
export function shipped(): Shipped[] {
  const { packages } = locked.parse(
    JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')),
  );
  const inExtension = new Set<string>();
  const take = (name: string) => {
    const known = packages[`node_modules/${name}`];
    // Of a bundler only the few lines that hold a bundle together go out, and nothing of what it is made of.
    if (!known || inExtension.has(name) || BUNDLERS.includes(name)) return;
    inExtension.add(name);
    for (const each of Object.keys({ ...known.dependencies })) take(each);
  };
  for (const name of importedByExtension()) take(name);
  for (const name of BUNDLERS) inExtension.add(name);

  return Object.entries(packages)
    .flatMap(([path, { version = '', license = '', dev }]) => {
      const name = path.split('node_modules/').at(-1) ?? '';
      const isBundled = path === `node_modules/${name}` && inExtension.has(name);
      if (path === '' || (dev && !isBundled)) return [];
      return [{ name, version, licence: license, inExtension: isBundled, inStore: !dev }];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @returns the licence and notice that come with a package, or nothing when none does */
export function licenceText(name: string): string {
  const folder = join(ROOT, 'node_modules', name);
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  return (
    files
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
      .join('\n\n')
      // What a bundler itself is made of stays with us.
      .split(/\n#+ Licenses of bundled dependencies/)[0]
      ?.trim() ?? ''
  );
}

/** @returns names of the packages that code of the extension imports */
function importedByExtension(): Set<string> {
  const files = globSync('{lib,components,entrypoints}/**/*.{ts,tsx}', { cwd: ROOT });
  const found = new Set<string>();
  for (const file of files) {
    const text = readFileSync(join(ROOT, file), 'utf8');
    for (const [, from = ''] of text.matchAll(/(?:from|import)\s*\(?\s*'([^.'][^']*)'/g)) {
      found.add(
        from
          .split('/')
          .slice(0, from.startsWith('@') ? 2 : 1)
          .join('/'),
      );
    }
  }
  return found;
}
