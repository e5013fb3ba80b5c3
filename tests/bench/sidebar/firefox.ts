/**
 * A Firefox with the built extension, whose sidebar can be watched. BiDi lists no frames of extensions, so the browser's own process is
 * asked for it, and runs what watches in the process of that frame; of the extension nothing is another than people have.
 */
import type { Browser, Page } from 'puppeteer-core';
import * as z from 'zod/mini';
import { EXTENSION, startFirefox } from '../../e2e/support/firefox.ts';
import { addSiteOn, connectOn } from '../../e2e/support/options.ts';
import type { World } from './cdp.ts';
import { pause } from './figures.ts';
import type { Walked } from './records.ts';
import type { BenchScene } from './scene.ts';

/** Lets whoever drives it into its own process, as a browser that people use never does. */
const OWN_PROCESS = '--remote-allow-system-access';
const ID = 'truce@truce.example';

/** What is asked of a frame, and what it answered, as JSON. */
interface Asked {
  data: { frame: number; token: number; source: string };
}

// What Firefox has for itself, of which its types know nothing.
declare const BrowsingContext: { get(id: number): { docShell: { domWindow: object } | null } };
declare const Cu: {
  Sandbox(of: object, options: object): object;
  evalInSandbox(source: string, sandbox: object): Promise<string>;
};
declare function addMessageListener(name: string, hear: (asked: Asked) => void): void;
declare function sendAsyncMessage(name: string, data: object): void;

/** In each process of the browser; the one that has the frame answers. Sent there as it stands, so it refers to nothing around it. */
function answerForFrames(): void {
  addMessageListener('truce:run', async ({ data: { frame, token, source } }) => {
    const window = BrowsingContext.get(frame)?.docShell?.domWindow;
    if (!window) return;
    const sandbox = Cu.Sandbox(window, { sandboxPrototype: window, wantXrays: false });
    const said = (answer: object) => sendAsyncMessage('truce:ran', { token, ...answer });
    try {
      said({ value: await Cu.evalInSandbox(source, sandbox) });
    } catch (error) {
      said({ wrong: String(error) });
    }
  });
}

const tree = z.object({
  result: z.object({ contexts: z.array(z.object({ context: z.string() })) }),
});
const evaluated = z.object({
  result: z.object({
    result: z.optional(z.object({ value: z.optional(z.string()) })),
    exceptionDetails: z.optional(z.object({ text: z.string() })),
  }),
});

interface Wire {
  connection: { send(method: string, params: object): Promise<unknown> };
}

export interface WatchedFirefox extends Walked<World> {
  close(): Promise<void>;
}

export async function startWatchedFirefox(scene: BenchScene): Promise<WatchedFirefox> {
  // It is stopped when that is wanted, and not by itself.
  const prefs = { 'extensions.background.idle.timeout': 3_600_000 };
  const firefox = await startFirefox(undefined, undefined, undefined, prefs, [OWN_PROCESS]);
  await connectOn(firefox.options, scene.store.url, await scene.workspace.invite('Kim', 'rep'));
  await addSiteOn(firefox.options, scene.crm.origin, 'atomic');
  const inBrowser = await ownProcess(firefox.browser);
  const process = `data:application/javascript,${encodeURIComponent(`(${answerForFrames})()`)}`;
  // As people have it: what drives Firefox puts all sites into one process. Our frame is in that of its page either way.
  await inBrowser(`Services.prefs.setIntPref('fission.webContentIsolationStrategy', 1)`);
  await inBrowser(`Services.ppmm.loadProcessScript(${JSON.stringify(process)}, true)`);

  let count = 0;
  const inFrame = async (source: string): Promise<string> => {
    count += 1;
    return inBrowser(`new Promise((done, failed) => {
      const all = gBrowser.selectedBrowser.browsingContext.getAllBrowsingContextsInSubtree();
      const isOurs = ({ currentWindowGlobal: shown }) =>
        shown?.documentURI.spec.startsWith('${EXTENSION}/sidebar');
      const frame = all.find(isOurs);
      if (!frame) throw new Error('There is no sidebar in the page in front.');
      const hear = ({ data }) => {
        if (data.token !== ${count}) return;
        Services.ppmm.removeMessageListener('truce:ran', hear);
        if ('wrong' in data) failed(new Error(data.wrong));
        else done(data.value);
      };
      Services.ppmm.addMessageListener('truce:ran', hear);
      const source = ${JSON.stringify(source)};
      Services.ppmm.broadcastAsyncMessage('truce:run', { frame: frame.id, token: ${count}, source });
    })`);
  };
  const sidebar: World = {
    async run(act, ...given) {
      const source = `(async () => JSON.stringify(await (${act})(...${JSON.stringify(given)})))()`;
      const value = await inFrame(source);
      return value === 'undefined' ? undefined : JSON.parse(value);
    },
  };
  return {
    async open(url) {
      const page = await firefox.browser.newPage();
      await page.goto(url);
      await page.bringToFront();
      return worldOf(page);
    },
    async sidebar(page) {
      const isThere = () => document.querySelector('[data-truce=ready]') !== null;
      while (!(await page.run(isThere))) await pause(50);
      return sidebar;
    },
    async stopWorker() {
      await inBrowser(`WebExtensionPolicy.getByID('${ID}').extension.terminateBackground()`);
    },
    close: firefox.close,
  };
}

const worldOf = (page: Page): World => ({
  run: (act, ...given) => page.evaluate(`(${act})(...${JSON.stringify(given)})`) as Promise<never>,
});

/** @returns what runs a script in the browser's own process; its answer is a text */
async function ownProcess(browser: Browser): Promise<(source: string) => Promise<string>> {
  const { connection } = browser as unknown as Wire;
  const found = tree.parse(
    await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' }),
  );
  const [window] = found.result.contexts;
  if (!window) throw new Error('This Firefox has no window.');
  return async (source) => {
    const expression = `(async () => String(await (${source})))()`;
    const target = { context: window.context };
    const given = { expression, target, awaitPromise: true };
    const { result } = evaluated.parse(await connection.send('script.evaluate', given));
    if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
    return result.result?.value ?? '';
  };
}
