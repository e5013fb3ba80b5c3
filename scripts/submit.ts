/**
 * `npm run submit -- --dry-run`: hands the packages of `release/<version>/` in to the stores whose secrets are there, by `wxt submit`.
 * Without `--dry-run` it is in earnest. Says of every other store what is missing.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageName, ROOT, versionNow } from './packages.ts';
import { run } from './run.ts';

interface Store {
  name: string;
  /** Flag of the package, and of what else is handed in. */
  zips: (folder: string) => string[];
  secrets: string[];
}

const STORES: Store[] = [
  {
    name: 'Chrome Web Store',
    zips: (folder) => [
      '--chrome-api-version',
      'v2',
      '--chrome-zip',
      join(folder, packageName('chrome')),
    ],
    secrets: [
      'CHROME_EXTENSION_ID',
      'CHROME_PUBLISHER_ID',
      'CHROME_SERVICE_ACCOUNT_CLIENT_EMAIL',
      'CHROME_SERVICE_ACCOUNT_PRIVATE_KEY',
    ],
  },
  {
    name: 'Edge Add-ons',
    zips: (folder) => ['--edge-zip', join(folder, packageName('edge'))],
    secrets: ['EDGE_PRODUCT_ID', 'EDGE_CLIENT_ID', 'EDGE_API_KEY'],
  },
  {
    name: 'Firefox Add-ons',
    zips: (folder) => [
      ...['--firefox-zip', join(folder, packageName('firefox'))],
      ...['--firefox-sources-zip', join(folder, packageName('sources'))],
    ],
    secrets: ['FIREFOX_EXTENSION_ID', 'FIREFOX_JWT_ISSUER', 'FIREFOX_JWT_SECRET'],
  },
];

/**
 * @param env where secrets are looked for
 * @returns for each store its arguments, or the names of what is missing
 */
export function plan(folder: string, env: NodeJS.ProcessEnv) {
  return STORES.map(({ name, zips, secrets }) => ({
    name,
    args: zips(folder),
    missing: secrets.filter((secret) => !env[secret]),
  }));
}

async function main(): Promise<number> {
  const folder = join(ROOT, 'release', versionNow());
  if (!existsSync(folder)) {
    console.error(`There is no release/${versionNow()}. Run \`npm run release\` first.`);
    return 1;
  }
  const dry = process.argv.includes('--dry-run');
  const stores = plan(folder, process.env);
  const ready = stores.filter(({ missing }) => missing.length === 0);
  for (const { name, missing } of stores) {
    console.log(
      missing.length === 0 ? `${name}: ready` : `${name}: left out, without ${missing.join(', ')}`,
    );
  }
  if (ready.length === 0) {
    console.log(
      'Nothing was handed in. Which secrets these are and where to get them: docs/release.md.',
    );
    return dry ? 0 : 1;
  }
  const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  const args = ['submit', ...(dry ? ['--dry-run'] : []), ...ready.flatMap((store) => store.args)];
  console.log(await run('wxt submit', process.execPath, [wxt, ...args], { cwd: ROOT }));
  return 0;
}

if (import.meta.main) {
  process.exitCode = await main().catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  });
}
