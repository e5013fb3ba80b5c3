/** Makes the seeded Tryton database once and keeps it, because making it takes half a minute. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../../scripts/run.ts';

/** Tryton puts it first in every address, after the `#`. */
export const DATABASE = 'crm';
export const PASSWORD = 'only-for-these-tests';

const ROOT = join(import.meta.dirname, '../../..');
const CACHE = join(ROOT, 'node_modules/.cache/truce-tryton');
const SEED = join(import.meta.dirname, 'tryton-seed.py');

/** Someone or some company that the seed made. */
export interface TrytonParty {
  /** The number in the address. */
  id: number;
  /** What the list shows first; names are not unique. */
  code: string;
  name: string;
  /** In the order of the page; the first is the main one. */
  emails: string[];
  email: string | null;
  phone: string | null;
  /** Who employs them; null for a company. */
  company: string | null;
}

export interface TrytonLead {
  id: number;
  number: string;
  description: string;
  partyId: number;
}

/** What the seed writes about itself. */
export interface Seeded {
  parties: TrytonParty[];
  leads: TrytonLead[];
}

/** @returns paths of the database to copy and of what is in it */
export async function trytonTemplate(): Promise<{ database: string; seeded: string }> {
  const folder = join(CACHE, await templateKey());
  if (!existsSync(folder)) {
    await mkdir(CACHE, { recursive: true });
    const work = await mkdtemp(join(CACHE, 'making-'));
    try {
      await makeDatabase(work);
      // In one step, so that what is there under this name is complete. Another run may have been quicker.
      await rename(work, folder).catch((error) => {
        if (!existsSync(folder)) throw error;
      });
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  return { database: join(folder, `${DATABASE}.sqlite`), seeded: join(folder, 'seeded.json') };
}

/**
 * @param dataDir where the database is, and the configuration will be
 * @param lines what it should say besides where the database is
 * @returns path of the configuration
 */
export async function writeTrytonConfig(dataDir: string, lines: string[]): Promise<string> {
  const path = join(dataDir, 'trytond.conf');
  await writeFile(
    path,
    [...lines, '[database]', 'uri = sqlite://', `path = ${dataDir}`, ''].join('\n'),
  );
  return path;
}

/** Another seed, another way of making it or another Tryton is another database. */
async function templateKey(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [SEED, import.meta.filename]) hash.update(await readFile(file));
  hash.update(
    await run('dpkg-query', 'dpkg-query', ['-W', 'tryton-server', 'tryton-modules-*'], {
      cwd: ROOT,
    }),
  );
  return hash.digest('hex').slice(0, 16);
}

async function makeDatabase(dataDir: string): Promise<void> {
  const config = await writeTrytonConfig(dataDir, []);
  const passwordFile = join(dataDir, 'password');
  await writeFile(passwordFile, PASSWORD);
  // Tryton takes no SQLite file that is not there yet.
  await writeFile(join(dataDir, `${DATABASE}.sqlite`), '');
  const options = { cwd: dataDir, env: { ...process.env, TRYTONPASSFILE: passwordFile } };
  const admin = (...args: string[]) =>
    run(
      'trytond-admin',
      '/usr/bin/trytond-admin',
      ['-c', config, '-d', DATABASE, ...args],
      options,
    );
  await admin('--all', '--email', 'admin@truce.example');
  await admin('-u', 'sale_opportunity', 'party_relationship', '--activate-dependencies');
  // Debian's own Python, not whichever is first on the PATH: proteus belongs to that one.
  const args = [SEED, config, DATABASE, join(dataDir, 'seeded.json')];
  await run('tryton-seed.py', '/usr/bin/python3', args, options);
}
