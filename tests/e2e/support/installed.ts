/**
 * Truce as it is handed in, installed as it is: nothing in the package is touched, and it is permitted on no site. The sites are
 * permitted by the person's click, as everywhere; only the browser's own question, which no automation can answer, is answered before.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import * as z from 'zod/mini';
import { findChromium } from '../../../scripts/browsers.ts';

export interface Installed {
  browser: Browser;
  /** `chrome-extension://…`, which the browser made of the folder's path where the manifest has no key. */
  origin: string;
  close(): Promise<void>;
}

const permissions = z.looseObject({
  api: z.array(z.string()),
  explicit_host: z.array(z.string()),
});
const preferences = z.looseObject({
  extensions: z.looseObject({
    settings: z.record(z.string(), z.looseObject({ granted_permissions: z.optional(permissions) })),
  }),
});

/** Writes the files of a package into a folder, as unpacking does. */
export async function unpack(
  files: ReadonlyMap<string, Uint8Array>,
  folder: string,
): Promise<void> {
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/**
 * A Chromium that loads the extension from this folder, as one does on `chrome://extensions`. Its profile is one of somebody who
 * has permitted these sites before: Chromium then grants them again in the click that asks, without its question.
 *
 * @param folder the unpacked package
 * @param hosts match patterns
 * @param permissions what else was permitted before
 */
export async function installInChromium(
  folder: string,
  hosts: string[],
  permissions: string[] = [],
): Promise<Installed> {
  const profile = await mkdtemp(join(tmpdir(), 'truce-installed-'));
  const first = await launch(folder, profile);
  const options = await first.waitForTarget((target) => target.url().endsWith('/options.html'));
  const origin = options.url().slice(0, -'/options.html'.length);
  await first.close();
  await rememberConsent(profile, new URL(origin).host, hosts, permissions);
  const browser = await launch(folder, profile);
  return {
    browser,
    origin,
    async close() {
      await browser.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

function launch(folder: string, profile: string): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium; run `npm test`, which installs one.');
  return puppeteer.launch({
    executablePath,
    userDataDir: profile,
    pipe: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      `--load-extension=${folder}`,
      '--disable-features=DisableLoadExtensionCommandLineSwitch',
    ],
    defaultViewport: { width: 1280, height: 800 },
  });
}

/** Puts down in a profile that is not in use that these were permitted once; they are not permitted by that. */
async function rememberConsent(
  profile: string,
  id: string,
  hosts: string[],
  more: string[],
): Promise<void> {
  const file = join(profile, 'Default/Preferences');
  const kept = preferences.parse(JSON.parse(await readFile(file, 'utf8')));
  const own = kept.extensions.settings[id];
  if (!own?.granted_permissions) throw new Error(`The profile does not know ${id}.`);
  const { api, ...rest } = own.granted_permissions;
  const granted = { ...rest, explicit_host: hosts };
  own.granted_permissions = { ...granted, api: [...api, ...more] };
  own.runtime_granted_permissions = { ...granted, api: more };
  // As on `chrome://extensions`: without it an unpacked extension that starts anew is switched off.
  kept.extensions.ui = { developer_mode: true };
  await writeFile(file, JSON.stringify(kept));
}
