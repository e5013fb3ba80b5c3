/** One Chromium and one server for the built gallery, for pictures and for tests. */

import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { type Browser, launch } from 'puppeteer-core';
import { build } from 'vite';
import { findChromium, QUIET_CHROMIUM } from '../../scripts/browsers.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const TYPES: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

export type Gallery = { browser: Browser; address: string; close: () => Promise<void> };

/** Builds into `outDir`, serves it on a free port of this machine and opens a browser. */
export async function openGallery(outDir: string): Promise<Gallery> {
  await build({ configFile: `${HERE}vite.config.ts`, logLevel: 'error', build: { outDir } });
  const server = await serve(outDir);
  const place = server.address();
  const port = typeof place === 'object' && place ? place.port : 0;
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium; run `npm test`, which installs one.');
  const browser = await launch({
    executablePath,
    args: [...QUIET_CHROMIUM],
  });
  return {
    browser,
    address: `http://127.0.0.1:${port}/`,
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

async function serve(folder: string): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://gallery').pathname;
    const file = path === '/' ? '/index.html' : path;
    try {
      const type = TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
      const body = file.includes('..') ? null : await readFile(folder + file);
      response.writeHead(200, { 'content-type': type }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}
