/** What an IT department has in hand after `npm run roll-out`: made by that very command, from the build that tests use. */
import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extensionFolder } from '../../../demo/extension.ts';
import { packageName } from '../../../scripts/packages.ts';
import { extensionId } from '../../../scripts/roll-out/crx.ts';
import { zipOf } from '../../../scripts/zip-file.ts';
import { serveFolder } from './policy.ts';

const ROOT = join(import.meta.dirname, '../../..');
export const FIREFOX_ID = 'truce@acme.example';

export interface Desk {
  /** Id of the Chromium package. */
  id: string;
  /** Addresses that a sign-on in these packages leads back to. */
  redirects: string;
  /** Packages and policies for these settings. @returns the policy in this file */
  rollOut(policy: Record<string, unknown>, file: string): unknown;
  /** Names of what browsers have fetched. */
  fetched: readonly string[];
  close(): Promise<void>;
}

export async function openDesk(): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'truce-roll-out-'));
  const served = join(folder, 'out');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(
    join(folder, 'truce.pem'),
    privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  for (const browser of ['chrome', 'firefox'] as const) {
    const files = filesIn(extensionFolder({ browser, mode: 'demo' }));
    // The demo's own sites are not to count: what is allowed here is what the policy names.
    files.set('manifest.json', withoutSites(files.get('manifest.json')));
    writeFileSync(join(folder, packageName(browser)), zipOf(files));
  }
  const web = await serveFolder(served);
  const id = extensionId(privateKey);
  const hash = createHash('sha1').update(FIREFOX_ID).digest('hex');
  return {
    id,
    redirects: `https://${id}.chromiumapp.org/,https://${hash}.extensions.allizom.org/`,
    rollOut(policy, file) {
      mkdirSync(served, { recursive: true });
      const settings = {
        from: web.origin,
        key: 'truce.pem',
        firefoxId: FIREFOX_ID,
        packages: '.',
        policy,
      };
      writeFileSync(join(folder, 'acme.json'), JSON.stringify(settings));
      execFileSync(process.execPath, ['scripts/roll-out.ts', join(folder, 'acme.json'), served], {
        cwd: ROOT,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      return JSON.parse(readFileSync(join(served, 'policies', file), 'utf8'));
    },
    fetched: web.asked,
    async close() {
      await web.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function withoutSites(manifest: Uint8Array | undefined): Buffer {
  const { host_permissions, ...rest } = JSON.parse(Buffer.from(manifest ?? []).toString('utf8'));
  return Buffer.from(JSON.stringify(rest));
}

function filesIn(folder: string, at = ''): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (const name of readdirSync(join(folder, at))) {
    const path = at ? `${at}/${name}` : name;
    if (statSync(join(folder, path)).isDirectory()) {
      for (const [inner, bytes] of filesIn(folder, path)) found.set(inner, bytes);
    } else found.set(path, readFileSync(join(folder, path)));
  }
  return found;
}
