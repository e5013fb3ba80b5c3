/** A real browser that shows saved pages at the addresses they came from, with the engine at hand. */
import { join } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { build } from 'vite';
import { findChromium } from '../../../scripts/browsers.ts';
import type { engine } from './engine.ts';

export interface Stage {
  page: Page;
  /**
   * Shows a page. One with frames is loaded at its address, since only then its frames are of its origin; others take the place
   * of the document, which is ten times as quick. Nothing is let through to a network.
   */
  show(url: string, html: string, frames?: Record<string, string>): Promise<void>;
  /** The address of the page that is shown. */
  url(): string;
  close(): Promise<void>;
}

declare global {
  /** The engine, as the bundle puts it into every page of the stage. */
  var truce: { engine: typeof engine };
}

/** @returns the browser, started */
export async function openStage(): Promise<Stage> {
  const browser = await puppeteer.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(`${await engineScript()}; globalThis.truce = truce;`);
  let pages: Record<string, string> = { [BLANK]: '<!doctype html>' };
  let shown = BLANK;
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    // A fragment is never sent.
    const body = pages[request.url().split('#')[0] ?? ''];
    void (body === undefined
      ? request.respond({ status: 404, body: '' })
      : request.respond({ contentType: 'text/html; charset=utf-8', body }));
  });
  return {
    page,
    url: () => shown,
    async show(url, html, frames = {}) {
      shown = url;
      if (Object.keys(frames).length === 0) {
        if (page.url() !== BLANK) await page.goto(BLANK);
        await page.evaluate(swapDocument, html);
        return;
      }
      const served = { ...frames, [url]: html };
      const other = Object.fromEntries(
        Object.entries(served).map(([address, body]) => [
          new URL(address).href.split('#')[0],
          body,
        ]),
      );
      pages = { ...other, [BLANK]: '<!doctype html>' };
      // From a page of its own, so that addresses that differ in the fragment only are loaded anew.
      await page.goto('about:blank');
      await page.goto(url);
    },
    close: () => browser.close(),
  };
}

/** Where pages are shown that need no address of their own; a document in standards mode. */
const BLANK = 'https://stage.example/';

/** Runs in the page: the parsed document takes the place of the one before, attributes and all. */
function swapDocument(html: string): void {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.replaceChild(document.adoptNode(parsed.documentElement), document.documentElement);
}

/** @returns the engine as one script that defines `truce` */
export async function engineScript(): Promise<string> {
  const bundle = await build({
    logLevel: 'silent',
    configFile: false,
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'engine.ts'), formats: ['iife'], name: 'truce' },
    },
  });
  const output = [bundle].flat().flatMap((part) => ('output' in part ? part.output : []));
  return output.find((part) => part.type === 'chunk')?.code ?? '';
}
