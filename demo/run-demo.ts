/** The steps of the demo, in order. Each thing that is started is handed to `stopping` at once. */
import { join, resolve } from 'node:path';
import { ensureBrowsers } from '../scripts/install-browsers.ts';
import { hasDisplay } from './browser.ts';
import { ensureCrmBuilt } from './crm-build.ts';
import { type CrmServer, serveCrm } from './crm-server.ts';
import { ensureExtensionBuilt } from './extension.ts';
import { recall, remember } from './memory.ts';
import type { DemoOptions } from './options.ts';
import { freePort, isFree } from './ports.ts';
import { heroOf } from './sample/arcs.ts';
import { fillStore } from './sample/fill.ts';
import { readPeople } from './sample/people.ts';
import { Sentence } from './sentence.ts';
import { showInBrowser } from './show-in-browser.ts';
import type { Stage, Tools } from './stage.ts';
import { EXIT, type Store, StoreFailed, startStore } from './store-process.ts';
import { tellHowToOpen } from './tell.ts';

const ROOT = join(import.meta.dirname, '..');

/** Ends when the demo is over: the picture is saved, the browser closed, or somebody said stop. */
export async function runDemo(options: DemoOptions, tools: Tools): Promise<void> {
  const { progress, stopping } = tools;
  const { signal } = stopping;
  const dataDir = options.data === null ? join(ROOT, '.truce') : fromHere(options.data);
  if (options.portGiven && !(await isFree(options.port))) throw portTaken(options.port);
  const chromium = options.browser ? await chromiumFor(options, tools) : null;

  const build = { browser: 'chrome', mode: 'demo' } as const;
  const extension = await ensureExtensionBuilt(build, progress, signal);
  const crmFolder = options.url ? null : await ensureCrmBuilt({ progress, signal });
  const store = await startSomewhere(options, dataDir, tools);
  const crm = crmFolder ? await startCrm(crmFolder, store.port + 1, tools) : null;
  signal.throwIfAborted();

  const people = crmFolder ? await readPeople(crmFolder) : [];
  const { store: client, admin } = await fillStore({
    storeUrl: store.url,
    dataDir,
    people,
    crmHost: crm ? new URL(crm.origin).host : '',
    now: Date.now(),
    progress,
  });
  const stage: Stage = {
    client,
    admin,
    extension,
    leadUrl: options.url?.href ?? `${crm?.origin}/#/contacts/${heroOf(people)?.id}/show`,
    profile: options.screenshot === null ? join(dataDir, 'browser') : null,
    picture: options.screenshot === null ? null : fromHere(options.screenshot),
  };
  if (chromium) await showInBrowser(chromium, stage, tools);
  else await tellHowToOpen(stage, tools);
}

/** npm runs us in the project's folder; paths are meant from where the person is. */
function fromHere(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

async function chromiumFor(options: DemoOptions, { progress }: Tools): Promise<string> {
  if (!options.screenshot && !hasDisplay()) {
    throw new Sentence(
      'There is no screen here to open a browser on. For a picture of the sidebar use ' +
        '`npm start -- --screenshot sidebar.png`; to open it in a browser of your own use ' +
        '`npm start -- --no-browser`, which prints how.',
    );
  }
  const { chromium } = await ensureBrowsers({ needFirefox: false, progress });
  return chromium;
}

async function startCrm(
  dir: string,
  wanted: number,
  { progress, stopping }: Tools,
): Promise<CrmServer> {
  const port = await freePort(wanted);
  const server = await serveCrm({ port, dir });
  stopping.add(() => server.close());
  if (port !== wanted) progress.say(`Port ${wanted} is taken, so the CRM uses ${port}.`);
  return server;
}

/** Any port will do, unless the person asked for one. */
async function startSomewhere(
  options: DemoOptions,
  dataDir: string,
  { progress, stopping }: Tools,
): Promise<Store> {
  const { signal } = stopping;
  const memory = await recall(dataDir);
  await remember(dataDir, memory);
  const port = options.portGiven ? options.port : await freePort(options.port);
  const store = await progress
    .step('Starting the store', () =>
      startStore({ dataDir, port, setupCode: memory.setupCode, signal }),
    )
    .catch((error: unknown) => {
      throw betterWords(error, dataDir, port);
    });
  stopping.add(store.stop);
  void store.ended.then(() => {
    if (signal.aborted) return;
    progress.say(`The store has ended by itself; ${join(dataDir, 'store.log')} says why.`);
    void stopping.stop();
  });
  if (port !== options.port) {
    progress.say(`Port ${options.port} is taken, so the store uses ${port}.`);
  }
  return store;
}

/** The store speaks of its own settings; whoever started the demo knows only the demo's. */
function betterWords(error: unknown, dataDir: string, port: number): unknown {
  const exit = error instanceof StoreFailed ? error.exit : null;
  if (exit === EXIT.portTaken) return portTaken(port);
  if (exit === EXIT.unreadable) {
    return new Sentence(
      `The sample in ${dataDir} cannot be opened any more; ${join(dataDir, 'store.log')} says why. Nothing of yours is in it: delete that folder and start again, or choose another one with --data.`,
    );
  }
  if (exit !== EXIT.folderInUse) return error;
  return new Sentence(
    `A Truce store is running with the data in ${dataDir} already. Stop that one first, or choose another folder with --data.`,
  );
}

function portTaken(port: number): Sentence {
  return new Sentence(
    `Port ${port} is taken by another program. Choose another one with --port, or leave --port away.`,
  );
}
