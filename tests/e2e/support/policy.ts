/**
 * Browsers of an organisation: a real policy file where the browser looks for it, and nobody else's browser sees it. The
 * file is bound over the system's in a mount namespace of that one browser, so nothing of it is left, however the test ends.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, realpathSync, utimesSync, writeFileSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findChromium, findFirefox } from '../../../scripts/browsers.ts';

const FOLDERS = {
  chromium: () => '/etc/chromium',
  firefox: (program: string) => join(dirname(realpathSync(program)), 'distribution'),
};
const FILES = { chromium: 'policies/managed/truce.json', firefox: 'policies.json' };

/** @returns why no policy can be put in place here; null when it can */
export function whyNoPolicies(kind: keyof typeof FILES): string | null {
  const program = kind === 'chromium' ? findChromium() : findFirefox();
  if (!program) return 'there is no such browser';
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'it takes root on Linux';
  const folder = FOLDERS[kind](program);
  if (!existsSync(folder)) return `there is no ${folder}`;
  try {
    execFileSync('unshare', ['-m', 'true'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'no mount namespaces are allowed';
  }
}

export interface Managed {
  browser: Browser;
  /** Writes another policy; Chromium hears of it. */
  set(policy: unknown): void;
  close(): Promise<void>;
}

/** @returns a browser with a fresh profile that begins under this policy */
export async function startManaged(
  kind: keyof typeof FILES,
  policy: unknown,
  prefs: Record<string, unknown> = {},
): Promise<Managed> {
  const program = kind === 'chromium' ? findChromium() : findFirefox();
  if (!program) throw new Error('There is no such browser.');
  const folder = FOLDERS[kind](program);
  const own = await mkdtemp(join(tmpdir(), 'truce-policy-'));
  const copy = join(own, 'system');
  cpSync(folder, copy, { recursive: true });
  const file = join(copy, FILES[kind]);
  mkdirSync(dirname(file), { recursive: true });
  const set = (value: unknown) => {
    writeFileSync(file, JSON.stringify(value));
    // Chromium waits until a file has been left alone for some seconds.
    const earlier = new Date(Date.now() - 60_000 * (existsSync(file) ? 1 : 2));
    utimesSync(file, earlier, earlier);
  };
  set(policy);
  const start = join(own, 'start');
  writeFileSync(
    start,
    `#!/bin/sh\nexec unshare -m --propagation private sh -c 'mount --bind "$0" "$1" && shift && exec "$@"' '${copy}' '${folder}' '${program}' "$@"\n`,
  );
  await chmod(start, 0o755);
  const profile = join(own, 'profile');
  const browser = await puppeteer.launch({
    browser: kind === 'chromium' ? 'chrome' : 'firefox',
    executablePath: start,
    userDataDir: profile,
    defaultViewport: { width: 1280, height: 800 },
    ...(kind === 'firefox'
      ? { extraPrefsFirefox: prefs }
      : {
          pipe: true,
          enableExtensions: true,
          args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-component-update'],
          // What a policy installs is fetched by what these switch off.
          ignoreDefaultArgs: ['--disable-background-networking', '--disable-default-apps'],
        }),
  });
  return {
    browser,
    set,
    async close() {
      await browser.close();
      await rm(own, { recursive: true, force: true });
    },
  };
}

/** @returns the address of a folder of packages, as an IT department serves it */
export async function serveFolder(folder: string) {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const name = basename(new URL(request.url ?? '/', 'http://here').pathname);
    asked.push(name);
    const bytes = await readFile(join(folder, name)).catch(() => null);
    if (!bytes) return void response.writeHead(404).end();
    const type = name.endsWith('.crx')
      ? 'application/x-chrome-extension'
      : name.endsWith('.xpi')
        ? 'application/x-xpinstall'
        : 'text/xml';
    response.writeHead(200, { 'content-type': type }).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('No port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    asked,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
