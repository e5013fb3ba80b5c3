/**
 * `npm run store`: the store, once it is sure that this Node can read it. Plain JavaScript, because an older Node says of
 * TypeScript only that it does not know the file's extension.
 */
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const needed = engines.node.replace('>=', '');

/** @returns whether one version is at least the other: `24.4` and `24.21.0` */
function isAtLeast(version, least) {
  const [a, b] = [version, least].map((text) => text.split('.').map(Number));
  return a[0] === b[0] ? a[1] >= (b[1] ?? 0) : a[0] > b[0];
}

if (isAtLeast(process.versions.node, needed)) {
  await import('./main.ts');
} else {
  console.error(
    `The store needs Node ${needed} or newer, and this is ${process.versions.node}. Install one (https://nodejs.org), or run “npm install”, which brings one along for this folder.`,
  );
  process.exitCode = 2;
}
