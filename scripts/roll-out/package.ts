/** The extension of one organisation: the released one, with the organisation's CRMs allowed from the start and updates from its own server. */
import { createHash, type KeyObject } from 'node:crypto';
import * as z from 'zod/mini';
import { zipOf } from '../zip-file.ts';
import { crxOf, extensionId, manifestKey } from './crx.ts';
import { escaped } from './policies.ts';

type Files = ReadonlyMap<string, Uint8Array>;

/** What is changed of a manifest; everything else stays as it was released. */
const manifestShape = z.looseObject({ version: z.string() });

export interface Packed {
  id: string;
  version: string;
  bytes: Buffer;
}

/**
 * @param files what `npm run zip` packed for Chrome
 * @param hosts match patterns; the browser allows them without a question, as the administrator installed it
 * @param key whoever has it can update every computer that installed this
 */
export function chromiumPackage(files: Files, hosts: readonly string[], key: KeyObject): Packed {
  const { version, changed } = withManifest(files, {
    host_permissions: hosts,
    key: manifestKey(key),
  });
  return { id: extensionId(key), version, bytes: crxOf(zipOf(changed), key) };
}

/** @param id the organisation's own, since Mozilla signs under an id for its owner alone */
export function firefoxPackage(files: Files, hosts: readonly string[], id: string): Packed {
  const gecko = z.looseObject({ gecko: z.looseObject({}) });
  const { version, changed } = withManifest(files, { host_permissions: hosts }, (manifest) => {
    const settings = gecko.parse(manifest.browser_specific_settings);
    return { browser_specific_settings: { ...settings, gecko: { ...settings.gecko, id } } };
  });
  return { id, version, bytes: zipOf(changed) };
}

function withManifest(
  files: Files,
  values: Record<string, unknown>,
  more: (manifest: Record<string, unknown>) => Record<string, unknown> = () => ({}),
) {
  const text = files.get('manifest.json');
  if (!text) throw new Error('This is no extension: it has no manifest.json.');
  const manifest = manifestShape.parse(JSON.parse(Buffer.from(text).toString('utf8')));
  const bytes = Buffer.from(`${JSON.stringify({ ...manifest, ...values, ...more(manifest) })}\n`);
  return { version: manifest.version, changed: new Map([...files, ['manifest.json', bytes]]) };
}

/** @returns what Chrome and Edge ask for: which version there is, and where */
export function chromiumUpdates({ id, version }: Packed, packageUrl: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">',
    `  <app appid="${id}">`,
    `    <updatecheck codebase="${escaped(packageUrl)}" version="${version}" />`,
    '  </app>',
    '</gupdate>',
    '',
  ].join('\n');
}

/** @param signed the package as Mozilla gave it back, since its hash is said */
export function firefoxUpdates({ id, version, bytes }: Packed, packageUrl: string): string {
  const update_hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  const updates = [{ version, update_link: packageUrl, update_hash }];
  return `${JSON.stringify({ addons: { [id]: { updates } } }, null, 2)}\n`;
}
