/**
 * `npm run docs:pictures`: the pictures of docs/first-morning.md, from the running system: a store with the sample team in it, the built
 * extension in Chromium, a marketer in front of it. `npm run docs:pictures -- folder` puts them elsewhere.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launchBrowser } from '../demo/browser.ts';
import { ensureCrmBuilt } from '../demo/crm-build.ts';
import { ensureExtensionBuilt } from '../demo/extension.ts';
import { recall, remember } from '../demo/memory.ts';
import { takeMorning } from '../demo/morning.ts';
import { freePort } from '../demo/ports.ts';
import { makeProgress } from '../demo/progress.ts';
import { fillStore } from '../demo/sample/fill.ts';
import { readPeople } from '../demo/sample/people.ts';
import { makeStopping, onSignals } from '../demo/stopping.ts';
import { startStore } from '../demo/store-process.ts';
import { ensureBrowsers } from './install-browsers.ts';

const ROOT = join(import.meta.dirname, '..');

/** No CRM runs: nobody opens a record in these pictures. */
const CRM_HOST = 'localhost:4861';

const progress = makeProgress();
const stopping = makeStopping();
const { signal } = stopping;
onSignals(() => void stopping.stop());
const folder = await mkdtemp(join(tmpdir(), 'truce-pictures-'));
stopping.add(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
try {
  const { chromium } = await ensureBrowsers({ needFirefox: false, progress });
  const extension = await ensureExtensionBuilt(
    { browser: 'chrome', mode: 'demo' },
    progress,
    signal,
  );
  const people = await readPeople(await ensureCrmBuilt({ progress, signal }));
  const { setupCode, ...memory } = await recall(folder);
  await remember(folder, { setupCode, ...memory });
  const port = await freePort(4860);
  const store = await startStore({ dataDir: folder, port, setupCode, signal });
  stopping.add(store.stop);
  const filling = { storeUrl: store.url, dataDir: folder, crmHost: CRM_HOST, now: Date.now() };
  const { store: client, admin } = await fillStore({ ...filling, people, progress });
  const { browser, extensionOrigin } = await launchBrowser({
    executablePath: chromium,
    extension,
    profile: join(folder, 'browser'),
    headless: true,
    ownPagesOnly: true,
  });
  stopping.add(() => browser.close());
  const target = resolve(process.argv[2] ?? join(ROOT, 'docs/images'));
  await progress.step('Taking the pictures', () =>
    takeMorning({ browser, extensionOrigin, client, admin, target }),
  );
  progress.say(`Saved in ${target}`);
} finally {
  await stopping.stop();
}
