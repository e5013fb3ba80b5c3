/**
 * `npm run licences`: writes what Truce owes to others. THIRD-PARTY.md names everything that goes out, with its licence;
 * public/third-party.txt goes out with the extension, since a bundle keeps no notices.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { licenceText, type Shipped, shipped } from './shipped.ts';

const ROOT = join(import.meta.dirname, '..');

/** Licences under which others' code may go out with Truce. Whoever adds one has read it. */
export const ALLOWED: readonly string[] = [
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  // Of single files; those that are used are used unchanged, and their source is where the package is.
  'MPL-2.0',
  'Unlicense',
];

/** Files by their path, as they have to be now. */
export function licenceFiles(): Record<string, string> {
  const all = shipped();
  return {
    'THIRD-PARTY.md': table(all),
    'public/third-party.txt': texts(all.filter(({ inExtension }) => inExtension)),
  };
}

function table(all: readonly Shipped[]): string {
  const rows = all.map(({ name, version, licence, inExtension, inStore }) => {
    const where = [inExtension ? 'extension' : '', inStore ? 'store' : ''].filter(Boolean);
    return `| ${name} | ${version} | ${licence || 'none said'} | ${where.join(', ')} |`;
  });
  return `# What goes out with Truce and is not ours

Made by \`npm run licences\`; a test holds it up to date and every licence on the list in \`scripts/licences.ts\`. The texts for
what is in the extension's bundles are in \`public/third-party.txt\` and go out with it; beside the store each package brings
its own. PGlite holds PostgreSQL, under the PostgreSQL License.

| package | version | licence | goes out with |
|---|---|---|---|
${rows.join('\n')}
`;
}

function texts(all: readonly Shipped[]): string {
  const parts = all.map(({ name, version, licence }) => {
    const text = licenceText(name) || `The package comes without a text. It says: ${licence}.`;
    return `${name} ${version} (${licence})\n\n${text}`;
  });
  return `${parts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}

if (import.meta.main) {
  for (const [path, text] of Object.entries(licenceFiles())) {
    writeFileSync(join(ROOT, path), text);
    console.log(`${path}: ${text.length} characters`);
  }
}
