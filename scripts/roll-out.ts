/**
 * `npm run roll-out -- acme.json OUT`: from the released packages and one file of settings, everything an IT department puts in
 * place: packages that may act on the CRMs it names, what tells browsers of updates, and the policies. docs/roll-out.md.
 */
import { createHash, createPrivateKey, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { type Managed, readPolicy } from '../lib/contract/managed.ts';
import { RECIPES } from '../lib/crm/registry.ts';
import { OUTPUT, packageName } from './packages.ts';
import {
  chromiumPackage,
  chromiumUpdates,
  firefoxPackage,
  firefoxUpdates,
} from './roll-out/package.ts';
import { policyFiles, type Roll } from './roll-out/policies.ts';
import { filesOf } from './zip-file.ts';

const shape = z.object({
  /** Address of the folder that browsers fetch packages from. */
  from: z.url({ protocol: /^(https?|file)$/ }),
  /** File of an RSA private key, from the settings' folder. */
  key: z.string(),
  firefoxId: z.string().check(z.regex(/^[\w.+-]+@[\w.-]+$/)),
  /** The Firefox package as Mozilla signed it, from the settings' folder; not there yet in the first round. */
  signed: z.optional(z.string()),
  /** Folder of the released packages, from the settings' folder; `.output`, where `npm run zip` puts them, without it. */
  packages: z.optional(z.string()),
  policy: z.record(z.string(), z.unknown()),
});

/** Wrong settings are the reader's to mend, so they end in a sentence. */
class Mistake extends Error {}

function rollOut(file: string, out: string): void {
  const settings = shape.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!settings.success) {
    const issue = settings.error.issues[0];
    throw new Mistake(`${file}: ${issue?.path.join('.') ?? ''} is missing or wrong.`);
  }
  const { from, key, firefoxId, signed, packages, policy } = settings.data;
  const beside = (path: string) => resolve(dirname(file), path);
  const releases = packages === undefined ? OUTPUT : beside(packages);
  const hosts = hostsOf(checked(policy));
  const there = (name: string) => new URL(name, from.endsWith('/') ? from : `${from}/`).href;
  const chromium = chromiumPackage(released(releases, 'chrome'), hosts, keyIn(beside(key)));
  const built = firefoxPackage(released(releases, 'firefox'), hosts, firefoxId);
  const firefox = signed ? { ...built, bytes: readFileSync(beside(signed)) } : built;
  const names = { crx: `truce-${chromium.version}.crx`, xpi: `truce-${firefox.version}.xpi` };
  const roll = {
    chromiumId: chromium.id,
    firefoxId,
    chromiumUpdates: there('chrome-updates.xml'),
    firefoxUpdates: there('firefox-updates.json'),
    firefoxPackage: there(names.xpi),
    settings: policy,
  };
  write(out, {
    [names.crx]: chromium.bytes,
    [names.xpi]: firefox.bytes,
    'chrome-updates.xml': chromiumUpdates(chromium, there(names.crx)),
    'firefox-updates.json': firefoxUpdates(firefox, there(names.xpi)),
    ...Object.fromEntries(
      Object.entries(policyFiles(roll)).map(([name, text]) => [`policies/${name}`, text]),
    ),
  });
  console.log(
    `Allowed from the start: ${hosts.join(', ') || 'nothing, as the policy names no CRM'}.`,
  );
  console.log(`Sign-on: TRUCE_REDIRECT_URIS=${redirects(roll).join(',')} for the store.`);
  if (!signed) console.log('The Firefox package is not signed yet: docs/roll-out.md, Firefox.');
}

/** Where a sign-on leads back to in these packages; a store knows those of Truce's own. */
function redirects({ chromiumId, firefoxId }: Roll): string[] {
  const hash = createHash('sha1').update(firefoxId).digest('hex');
  return [`https://${chromiumId}.chromiumapp.org/`, `https://${hash}.extensions.allizom.org/`];
}

function checked(policy: Record<string, unknown>): Managed {
  const { set, wrong } = readPolicy(policy);
  const [first] = wrong;
  if (first) {
    const which = first.entry === null ? '' : `, entry ${first.entry},`;
    throw new Mistake(
      `policy.${first.key}${which} ${first.known ? 'has a value that is not in the table' : 'is no key'} of docs/roll-out.md.`,
    );
  }
  const stranger = set.clouds?.find((id) => !RECIPES.some((known) => known.id === id));
  if (stranger !== undefined) {
    throw new Mistake(`policy.clouds: Truce knows no CRM with the id ${stranger}.`);
  }
  return set;
}

/** @returns the match patterns of all that the policy names; patterns have no ports */
function hostsOf({ sites = [], clouds = [] }: Managed): string[] {
  const own = sites.map(({ origin }) => new URL(origin));
  const vendors = RECIPES.filter(({ id }) => clouds.includes(id)).flatMap(({ hosts }) => hosts);
  return [
    ...new Set([...own.map(({ protocol, hostname }) => `${protocol}//${hostname}/*`), ...vendors]),
  ];
}

function keyIn(file: string): KeyObject {
  if (!existsSync(file)) {
    throw new Mistake(
      `There is no key yet. Make one, and keep it: openssl genrsa -out ${file} 2048`,
    );
  }
  return createPrivateKey(readFileSync(file));
}

function released(folder: string, browser: 'chrome' | 'firefox'): Map<string, Uint8Array> {
  const file = join(folder, packageName(browser));
  if (!existsSync(file)) throw new Mistake(`${file} is not there; npm run zip makes it.`);
  return new Map(filesOf(readFileSync(file)));
}

function write(out: string, files: Record<string, string | Uint8Array>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(out, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    console.log(path);
  }
}

const [file, out] = process.argv.slice(2);
try {
  if (!file || !out) throw new Mistake('Say npm run roll-out -- SETTINGS.json FOLDER');
  rollOut(file, out);
} catch (error) {
  if (!(error instanceof Mistake)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
