/** Builds the CRM into `dist`, and beside it `people.json`: who its first contacts are. */
import { rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import config from './vite.config.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
// Handed over as an object: looking it up as a file would read the tsconfig.json of the whole repository.
const crm = { ...config, configFile: false };

await build(crm);

// Asking the generator itself, not a page, keeps the list right without a browser.
const scratch = here('dist/people');
await build({
  ...crm,
  ssr: { noExternal: true },
  build: { ssr: 'src/people.js', outDir: scratch, emptyOutDir: true },
});
const { firstPeople } = await import(new URL('dist/people/people.js', import.meta.url).href);
await writeFile(here('dist/people.json'), `${JSON.stringify(firstPeople(60), null, 2)}\n`);
await rm(scratch, { recursive: true });
