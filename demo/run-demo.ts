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
import { type CrmPerson, readPeople } from './sample/people.ts';
import { Sentence } from './sentence.ts';
import { showInBrowser } from './show-in-browser.ts';
import type { Stage, Tools } from './stage.ts';
import { type Store, StoreFailed, startStore } from './store-process.ts';
import { tellHowToOpen } from './tell.ts';

/** Ends when the demo is over: the picture is saved, the browser closed, or somebody said stop. */
export async function runDemo(options: DemoOptions, tools: Tools): Promise<void> {
  const { progress, stopping } = tools;
  const { signal } = stopping;
  const dataDir = resolve(standingIn(), options.data);
  if (options.portGiven && !(await isFree(options.port))) throw portTaken(options.port);
  const chromium = options.browser ? await chromiumFor(options, tools) : null;

  const extension = await ensureExtensionBuilt(
    { browser: 'chrome', mode: 'demo' },
    progress,
    signal,
  );
  const demoCrm = options.url ? null : await startCrm(options.port + 1, tools);
  const memory = await recall(dataDir);
  await remember(dataDir, memory);
  const store = await progress.step('Starting the store', () =>
    startSomewhere(options, dataDir, memory.setupCode, tools),
  );
  signal.throwIfAborted();
  const people = demoCrm?.people ?? [];
  const { store: client, admin } = await fillStore({
    storeUrl: store.url,
    dataDir,
    people,
    crmHost: demoCrm ? new URL(demoCrm.server.origin).host : '',
    now: Date.now(),
    progress,
  });

  const hero = heroOf(people);
  const stage: Stage = {
    client,
    admin,
    extension,
    leadUrl: options.url?.href ?? `${demoCrm?.server.origin}/#/contacts/${hero?.id}/show`,
    profile: options.screenshot ? null : join(dataDir, 'browser'),
    picture: options.screenshot && resolve(standingIn(), options.screenshot),
  };
  if (chromium) await showInBrowser(chromium, stage, tools);
  else await tellHowToOpen(stage, tools);
}

/** npm runs us in the project's folder; paths are meant from where the person is. */
function standingIn(): string {
  return process.env.INIT_CWD ?? process.cwd();
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
  wanted: number,
  { progress, stopping }: Tools,
): Promise<{ server: CrmServer; people: CrmPerson[] }> {
  const dir = await ensureCrmBuilt({ progress, signal: stopping.signal });
  const port = await freePort(wanted);
  if (port !== wanted) progress.say(`Port ${wanted} is taken, so the CRM uses ${port}.`);
  const server = await serveCrm({ port, dir });
  stopping.add(() => server.close());
  return { server, people: await readPeople(dir) };
}

/** A port can be taken between being found free and being used, so a second try may help. */
async function startSomewhere(
  options: DemoOptions,
  dataDir: string,
  setupCode: string,
  { progress, stopping }: Tools,
): Promise<Store> {
  const { signal } = stopping;
  for (let left = 2; ; left--) {
    const port = options.portGiven ? options.port : await freePort(options.port);
    if (port !== options.port) {
      progress.say(`Port ${options.port} is taken, so the store uses ${port}.`);
    }
    try {
      const store = await startStore({ dataDir, port, setupCode, signal });
      stopping.add(store.stop);
      void store.ended.then(() => {
        if (signal.aborted) return;
        progress.say(`The store has ended by itself; ${join(dataDir, 'store.log')} says why.`);
        void stopping.stop();
      });
      return store;
    } catch (error) {
      const taken = error instanceof StoreFailed && error.portTaken;
      if (!taken) throw error;
      if (options.portGiven || left === 0) throw portTaken(port);
    }
  }
}

function portTaken(port: number): Sentence {
  return new Sentence(
    `Port ${port} is taken by another program. Choose another one with --port, or leave --port away.`,
  );
}
