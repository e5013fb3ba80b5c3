/**
 * What pictures are taken of: a store with the sample team in it, the demo's CRM, and the built extension in a browser.
 *
 * In: a language. Out: a browser that one can go about with. Everything that was started is handed to `stopping`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { launchBrowser } from '../../demo/browser.ts';
import { ensureCrmBuilt } from '../../demo/crm-build.ts';
import { type CrmServer, serveCrm } from '../../demo/crm-server.ts';
import { ensureExtensionBuilt } from '../../demo/extension.ts';
import { recall, remember } from '../../demo/memory.ts';
import { freePort } from '../../demo/ports.ts';
import type { Progress } from '../../demo/progress.ts';
import { type SamplePerson, writeStories } from '../../demo/sample/arcs.ts';
import { fillStore } from '../../demo/sample/fill.ts';
import { type CrmPerson, readPeople } from '../../demo/sample/people.ts';
import type { Stopping } from '../../demo/stopping.ts';
import type { StoreClient } from '../../demo/store-client.ts';
import { type Store, startStore } from '../../demo/store-process.ts';
import { ensureBrowsers } from '../install-browsers.ts';
import { withGoodType } from './type.ts';

export interface Tools {
  progress: Progress;
  stopping: Stopping;
}

export interface World {
  folder: string;
  store: Store;
  client: StoreClient;
  /** Token of the demo's own admin. */
  admin: string;
  crm: CrmServer;
  people: readonly CrmPerson[];
  stories: readonly SamplePerson[];
}

export interface Stage {
  world: World;
  browser: Browser;
  extensionOrigin: string;
  /** Some tab of the browser, in front. */
  page: Page;
}

/**
 * Starts the store and the CRM, and lets a year of work happen.
 * @param kept folder of an earlier world, or of one that is to be used again: filling it takes a minute
 */
export async function openWorld({ progress, stopping }: Tools, kept?: string): Promise<World> {
  const { signal } = stopping;
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'truce-pictures-')));
  if (!kept) stopping.add(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  const dir = await ensureCrmBuilt({ progress, signal });
  const people = await readPeople(dir);
  // Addresses are seen in pictures: the same ones every time, if they are free.
  const crm = await serveCrm({ port: await freePort(4861), dir });
  stopping.add(() => crm.close());
  const memory = await recall(folder);
  await remember(folder, memory);
  const port = await freePort(4860);
  const store = await startStore({ dataDir: folder, port, setupCode: memory.setupCode, signal });
  stopping.add(store.stop);
  const now = Date.now();
  const crmHost = new URL(crm.origin).host;
  const filling = { storeUrl: store.url, dataDir: folder, crmHost, now };
  const { store: client, admin } = await fillStore({ ...filling, people, progress });
  return { folder, store, client, admin, crm, people, stories: writeStories(people, now) };
}

export interface Seen {
  /** Of the browser, as `de`. */
  language?: string;
  /** A folder with the built extension; built anew if absent. */
  extension?: string;
}

export async function openStage(
  world: World,
  { progress, stopping }: Tools,
  { language = 'en', extension: given }: Seen,
): Promise<Stage> {
  const { chromium } = await ensureBrowsers({ needFirefox: false, progress });
  const build = { browser: 'chrome', mode: 'demo' } as const;
  const extension = given ?? (await ensureExtensionBuilt(build, progress, stopping.signal));
  const profile = await mkdtemp(join(world.folder, 'browser-'));
  await withGoodType(profile);
  const { browser, extensionOrigin } = await launchBrowser({
    executablePath: chromium,
    extension,
    profile,
    headless: true,
    ownPagesOnly: true,
    language,
  });
  stopping.add(() => browser.close());
  // Newly installed, the extension opens its options, in whatever tab is empty.
  await browser.waitForTarget((target) => target.url() === `${extensionOrigin}/options.html`);
  const page = await browser.newPage();
  return { world, browser, extensionOrigin, page };
}
