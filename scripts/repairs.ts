/**
 * For Truce's maintainers: makes signed lists of repaired selectors (docs/repairs.md).
 *
 *   node scripts/repairs.ts new-key DIR
 *   node scripts/repairs.ts sign FILE --key PRIVATE
 *   node scripts/repairs.ts check FILE --key PUBLIC
 */
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { parseWith } from '../lib/contract/parse.ts';
import { done, failed, type Result } from '../lib/contract/problem.ts';
import { type Repairs, repairs } from '../lib/contract/repairs.ts';
import { SHARING } from '../lib/contract/shared-crms.ts';
import { RECIPES } from '../lib/crm/registry.ts';
import { verified } from '../lib/sites/repairs.ts';

const USAGE = `Use one of:
  node scripts/repairs.ts new-key DIR             makes DIR/repairs-key.pem and prints its public half
  node scripts/repairs.ts sign FILE --key PRIVATE writes FILE's list, signed, beside it
  node scripts/repairs.ts check FILE --key PUBLIC says what a signed list would change`;

// zod/mini has no messages of its own.
z.config(z.locales.en());
if (import.meta.main) process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const answer = await run(args).catch((error: unknown) =>
    failed('bad-request', 'That did not work', error instanceof Error ? error.message : `${error}`),
  );
  if (answer.ok) console.log(answer.value);
  else console.error(`${answer.problem.title}. ${answer.problem.detail}`);
  return answer.ok ? 0 : 1;
}

async function run(args: string[]): Promise<Result<string>> {
  const options = { key: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [command, path] = positionals;
  const { key } = values;
  if (command === 'new-key' && path) return done(newKeyIn(path));
  if (command === 'sign' && path && key) return signFile(path, readFileSync(key, 'utf8'));
  if (command === 'check' && path && key) return checkFile(path, key);
  return failed('bad-request', 'This command is not complete', USAGE);
}

/** @returns what to tell: the public half is for the build, the private one for nobody */
function newKeyIn(folder: string): string {
  const pair = newKey();
  const path = join(folder, 'repairs-key.pem');
  // `wx`: a key that is lost cannot be made again.
  writeFileSync(path, pair.privateKey, { mode: 0o600, flag: 'wx' });
  return pair.publicKey;
}

/** @returns a key pair: the private half as PEM, the public one as builds take it */
function newKey(): { privateKey: string; publicKey: string } {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
  };
}

function signFile(path: string, privateKey: string): Result<string> {
  const list = listIn(JSON.parse(readFileSync(path, 'utf8')));
  if (!list.ok) return list;
  const text = signed(list.value, privateKey);
  if (text.length > SHARING.repairsBytes) {
    const most = SHARING.repairsBytes / 1000;
    return failed('too-large', 'This list is too large', `Signed it may have ${most} kB.`);
  }
  const { dir, name } = parse(path);
  const beside = join(dir, `${name}.signed.json`);
  writeFileSync(beside, text);
  return done(`Wrote ${beside}.`);
}

/** @returns the list, when it is whole and about CRMs that come with Truce */
function listIn(data: unknown): Result<Repairs> {
  const list = parseWith(repairs, data, 'list of repairs');
  if (!list.ok) return list;
  const stray = list.value.repairs.find(({ id }) => RECIPES.every((recipe) => recipe.id !== id));
  return stray
    ? failed('bad-request', `No CRM “${stray.id}” comes with Truce`, 'Only those can be repaired.')
    : list;
}

/** @returns the list as a store hands it out */
export function signed(list: unknown, privateKey: string): string {
  const payload = Buffer.from(JSON.stringify(list));
  const key = createPrivateKey(privateKey);
  // As WebCrypto wants it: the two numbers side by side, not wrapped in DER.
  const signature = sign('sha256', payload, { key, dsaEncoding: 'ieee-p1363' });
  return JSON.stringify({
    payload: payload.toString('base64url'),
    signature: signature.toString('base64url'),
  });
}

async function checkFile(path: string, publicKey: string): Promise<Result<string>> {
  const list = await verified(readFileSync(path, 'utf8').trim(), [publicKey], Date.now(), null);
  if (!list.ok) return list;
  const lines = list.value.repairs.map(({ id, checkedOn, ...parts }) => {
    const own = RECIPES.find((recipe) => recipe.id === id)?.checkedOn;
    const counts = own !== undefined && checkedOn > own;
    const why = own === undefined ? 'no such CRM' : `this Truce is of ${own}`;
    return `${id}: ${Object.keys(parts).join(', ')} of ${checkedOn}; ${counts ? 'counts' : 'does not count'}, ${why}`;
  });
  return done([`Good, made at ${list.value.madeAt}.`, ...lines].join('\n'));
}
