import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { managedKey, readPolicy } from '../../../lib/contract/managed.ts';
import { RECIPES } from '../../../lib/crm/registry.ts';
import { crxOf, extensionId } from '../../../scripts/roll-out/crx.ts';
import { KEYS, keysTable, managedSchema } from '../../../scripts/roll-out/keys.ts';
import {
  chromiumPackage,
  chromiumUpdates,
  firefoxPackage,
  firefoxUpdates,
} from '../../../scripts/roll-out/package.ts';
import { policyFiles } from '../../../scripts/roll-out/policies.ts';
import { filesOf } from '../../../scripts/zip-file.ts';

/** What an IT department reads and puts in place, held against what the extension takes. UPDATE_DOCS=1 writes it anew. */
const ROOT = join(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

function holds(file: string, should: string): void {
  if (process.env.UPDATE_DOCS) writeFileSync(join(ROOT, file), should);
  expect(read(file)).toBe(should);
}

const acme = JSON.parse(read('deploy/policies/acme.json'));
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const released = new Map([
  [
    'manifest.json',
    Buffer.from(
      JSON.stringify({
        version: '1.2.3',
        browser_specific_settings: { gecko: { id: 'x@y', strict_min_version: '142.0' } },
      }),
    ),
  ],
  ['scout.js', Buffer.from('1')],
]);

describe('what is written of the policy', () => {
  it('is about every key there is, in the schema and in the table', () => {
    expect(Object.keys(KEYS)).toEqual(managedKey.options);
    holds('public/managed-schema.json', `${JSON.stringify(managedSchema(), null, 2)}\n`);
    const page = read('docs/roll-out.md');
    const [before] = page.split('<!-- keys -->');
    const [, after] = page.split('<!-- /keys -->');
    holds('docs/roll-out.md', `${before}<!-- keys -->\n${keysTable()}\n<!-- /keys -->${after}`);
  });

  it('has an example that the extension takes, and the files made of it', () => {
    expect(readPolicy(acme.policy).wrong).toEqual([]);
    const ids = RECIPES.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(acme.policy.clouds));
    expect(ids).toContain(acme.policy.sites[0].crm);
    const files = policyFiles({
      chromiumId: 'pjmoebhlmlcgciihlhgknohonbpagelf',
      firefoxId: acme.firefoxId,
      chromiumUpdates: `${acme.from}chrome-updates.xml`,
      firefoxUpdates: `${acme.from}firefox-updates.json`,
      firefoxPackage: `${acme.from}truce-1.2.3.xpi`,
      settings: acme.policy,
    });
    for (const [name, text] of Object.entries(files)) holds(`deploy/policies/${name}`, text);
  });
});

describe('a policy', () => {
  it('is taken key by key, and entry by entry of its lists', () => {
    const { set, wrong } = readPolicy({
      store: 'truce.acme.example',
      signOn: 'loud',
      keepDays: 99,
      sites: [{ origin: 'https://crm.acme.example/leads', crm: 'atomic' }, { origin: 'nowhere' }],
      clouds: ['hubspot', 7],
      Store: 'x',
      notes: 'off',
    });
    expect(set).toEqual({
      store: 'https://truce.acme.example',
      sites: [{ origin: 'https://crm.acme.example', crm: 'atomic' }],
      clouds: ['hubspot'],
      notes: 'off',
    });
    expect(wrong).toEqual([
      { key: 'signOn', entry: null, known: 'signOn' },
      { key: 'keepDays', entry: null, known: 'keepDays' },
      { key: 'sites', entry: 2, known: 'sites' },
      { key: 'clouds', entry: 2, known: 'clouds' },
      { key: 'Store', entry: null, known: null },
    ]);
  });

  it.each([null, undefined, 'on', 3, []])('that is none (%j) sets nothing', (policy) => {
    expect(readPolicy(policy).set).toEqual({});
  });
});

describe('a package of an organisation’s own', () => {
  it('is signed for the id that its key gives', () => {
    const zip = Buffer.from('what is in it');
    const crx = crxOf(zip, privateKey);
    expect(crx.subarray(0, 4).toString()).toBe('Cr24');
    const head = crx.subarray(12, 12 + crx.readUInt32LE(8));
    expect(crx.subarray(12 + head.length)).toEqual(zip);
    const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
    const id = createHash('sha256').update(spki).digest().subarray(0, 16);
    const signedHead = Buffer.concat([Buffer.from([10, 16]), id]);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(signedHead.length);
    const signed = Buffer.concat([Buffer.from('CRX3 SignedData\0'), length, signedHead, zip]);
    const at = head.indexOf(spki) + spki.length;
    // Its number, and its length of 256 in two bytes.
    const signature = head.subarray(at + 3, at + 3 + 256);
    expect(verify('sha256', signed, createPublicKey(privateKey), signature)).toBe(true);
    expect(extensionId(privateKey)).toMatch(/^[a-p]{32}$/);
  });

  it('differs from the released one in what it may act on, and in who it is', () => {
    const hosts = ['https://crm.acme.example/*'];
    const crx = chromiumPackage(released, hosts, privateKey);
    expect(chromiumUpdates(crx, 'https://it.example/a&b.crx')).toContain('a&amp;b.crx');
    const xpi = firefoxPackage(released, hosts, 'truce@acme.example');
    const inside = filesOf(xpi.bytes);
    expect([...inside.keys()].sort()).toEqual(['manifest.json', 'scout.js']);
    expect(JSON.parse(String(Buffer.from(inside.get('manifest.json') ?? [])))).toEqual({
      version: '1.2.3',
      host_permissions: hosts,
      browser_specific_settings: {
        gecko: { id: 'truce@acme.example', strict_min_version: '142.0' },
      },
    });
    const updates = JSON.parse(firefoxUpdates(xpi, 'https://it.example/a.xpi'));
    expect(updates.addons['truce@acme.example'].updates[0].update_hash).toMatch(/^sha256:\w{64}$/);
  });
});
