/**
 * Segment's browser library, as it comes from npm, on a page of another origin: what it sent is in the timeline once, in the
 * order in which it was done, also when the store is pulled out from under it and comes back.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { timelinePage } from '../../lib/contract/event.ts';
import { findChromium } from '../../scripts/browsers.ts';
import { startTestStore, type TestStore } from './support/store.ts';
import { call, openWorkspace, type Workspace } from './support/workspace.ts';

const require = createRequire(import.meta.url);
const LIBRARY = join(dirname(require.resolve('@segment/analytics-next/package.json')), 'dist/umd');

/** What the library's page knows of itself. */
interface Site {
  AnalyticsNext: { AnalyticsBrowser: { load: (settings: object, options: object) => Tracker } };
  tracker: Tracker;
}
interface Tracker {
  identify: (id: string, traits: object) => Promise<unknown>;
  page: (name: string) => Promise<unknown>;
  track: (name: string) => Promise<unknown>;
}

describe('@segment/analytics-next on a page of another origin', () => {
  let store: TestStore;
  let workspace: Workspace;
  let writeKey: string;
  let site: { server: Server; url: string };
  let browser: Browser;

  beforeAll(async () => {
    store = await startTestStore();
    workspace = await openWorkspace(store.url);
    writeKey = workspace.writeKey;
    site = await serveSite();
    const executablePath = findChromium();
    if (!executablePath) throw new Error('No Chromium; run `npm test`, which installs one.');
    const args = ['--no-sandbox', '--disable-gpu', '--no-first-run'];
    browser = await puppeteer.launch({ executablePath, pipe: true, args });
  });
  afterAll(async () => {
    await browser?.close();
    site?.server.closeAllConnections();
    site?.server.close();
    await store?.remove();
  });

  const titlesOf = async (email: string): Promise<string[]> => {
    const leadId = await workspace.find('http://localhost:4861', email);
    if (leadId === null) return [];
    const path = `/api/leads/${leadId}/events?limit=200`;
    const { events } = await call(store.url, path, timelinePage, { token: workspace.token });
    return events.map(({ title }) => title).reverse();
  };
  const names = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, n) => `Step ${String(from + n).padStart(3, '0')}`);

  it.each([
    ['one by one', {}],
    [
      'in batches',
      { deliveryStrategy: { strategy: 'batching', config: { size: 5, timeout: 300 } } },
    ],
  ])('sends %s, and again when the store comes back', async (how, delivery) => {
    const email = `${how.replaceAll(' ', '-')}-${randomUUID()}@acme.example`;
    const page = await browser.newPage();
    await page.goto(site.url);
    await load(page, { writeKey, cdnURL: store.url }, { integrations: { 'Segment.io': delivery } });
    await page.evaluate(async (id) => {
      const { tracker } = window as unknown as Site;
      await tracker.identify(id, { email: id });
      await tracker.page('Pricing');
    }, email);
    await track(page, names(0, 20));
    await untilThere(email, 1);
    await store.kill();
    await track(page, names(20, 35));
    await store.start();
    await track(page, names(35, 50));
    await untilThere(email, 51);
    // Later words of the same page come after all that was tried again.
    await track(page, ['The last one']);
    await untilThere(email, 52);
    expect(await titlesOf(email)).toEqual(['Viewed “Pricing”', ...names(0, 50), 'The last one']);
    await page.close();
  });

  it('sends what a page did not get rid of from the next one', async () => {
    const email = `next-page-${randomUUID()}@acme.example`;
    const page = await browser.newPage();
    await page.goto(site.url);
    await load(page, { writeKey, cdnURL: store.url }, {});
    await page.evaluate(async (id) => {
      await (window as unknown as Site).tracker.identify(id, { email: id });
    }, email);
    await track(page, ['Before']);
    await untilThere(email, 1);
    await store.kill();
    await track(page, ['While it was away']);
    // The library keeps it in the page's storage when the page goes.
    await page.goto('about:blank');
    await store.start();
    await page.goto(site.url);
    await load(page, { writeKey, cdnURL: store.url }, {});
    await untilThere(email, 2);
    expect(await titlesOf(email)).toEqual(['Before', 'While it was away']);
    await page.close();
  });

  /** Waits on what the store says, however long the library takes to try again. */
  async function untilThere(email: string, events: number): Promise<void> {
    while ((await titlesOf(email)).length < events) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
});

async function load(page: Page, settings: object, options: object): Promise<void> {
  await page.evaluate(
    async (given, chosen) => {
      const site = window as unknown as Site;
      site.tracker = site.AnalyticsNext.AnalyticsBrowser.load(given, chosen);
      // Until the settings are there nothing is sent.
      await site.tracker;
    },
    settings,
    options,
  );
}

/** One after the other, each in a millisecond of its own: within one nobody can tell what came first. */
async function track(page: Page, events: readonly string[]): Promise<void> {
  await page.evaluate(async (some) => {
    const { tracker } = window as unknown as Site;
    for (const event of some) {
      const now = Date.now();
      while (Date.now() === now) await new Promise((resolve) => setTimeout(resolve, 1));
      void tracker.track(event);
    }
  }, events);
}

/** A page and the library's own files, on a port that is not the store's. */
async function serveSite(): Promise<{ server: Server; url: string }> {
  const html = '<!doctype html><title>Pricing</title><script src="/umd/index.js"></script>';
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (!path.startsWith('/umd/')) {
      response.writeHead(200, { 'content-type': 'text/html' }).end(html);
      return;
    }
    const file = await readFile(join(LIBRARY, basename(path))).catch(() => null);
    response.writeHead(file ? 200 : 404, { 'content-type': 'text/javascript' }).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The site has no port.');
  return { server, url: `http://localhost:${address.port}/` };
}
