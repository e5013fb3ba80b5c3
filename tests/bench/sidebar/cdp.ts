/**
 * A Chromium with the built extension, spoken to over a bare pipe: nothing is attached to that was not asked for, since being
 * attached to pauses every new frame and worker and so falsifies what is measured.
 */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { extensionFolder } from '../../../demo/extension.ts';
import { EXTENSION } from '../../e2e/support/chromium.ts';
import { launch } from './pipe.ts';

interface TargetInfo {
  targetId: string;
  type: string;
  url: string;
}

export interface World {
  /** Runs a function there, as if it had been written there. */
  run<Given extends unknown[], Out>(
    act: (...given: Given) => Out,
    ...given: Given
  ): Promise<Awaited<Out>>;
}

export interface Session extends World {
  /** @returns where the extension's content scripts of this page run, once there is such a place */
  contentScripts(): Promise<World>;
  send(method: string, params?: object): Promise<unknown>;
  close(): Promise<void>;
}

export interface PlainChromium {
  /** Opens a page in front. */
  open(url: string): Promise<Session>;
  /** @returns the sidebar's frame in this page, once it has its port: told of another record before that, it loads anew */
  sidebar(page: Session): Promise<Session>;
  hasSidebar(): Promise<boolean>;
  /** Stops the background, as the browser does after 30 idle seconds. */
  stopWorker(): Promise<void>;
  close(): Promise<void>;
}

/** Where an extension's scripts run in a page. */
const made = z.object({
  context: z.object({
    id: z.number(),
    origin: z.string(),
    auxData: z.object({ type: z.string() }),
  }),
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Truce as it was last built. */
const TRUCE = extensionFolder({ browser: 'chrome', mode: 'demo' });

/**
 * @param profile one in which the extension has been set up
 * @param folder the unpacked extension; null for none
 */
export async function startPlain(
  profile: string,
  folder: string | null = TRUCE,
): Promise<PlainChromium> {
  const { child, send, hear } = launch(profile);
  if (folder) {
    // A copy, so that a build that begins meanwhile changes nothing.
    const path = join(profile, 'extension');
    await cp(folder, path, { recursive: true });
    await send('Extensions.loadUnpacked', { path });
  }
  const hasOptions = folder !== null && existsSync(join(folder, 'options.html'));

  const targets = async () =>
    ((await send('Target.getTargets')) as { targetInfos: TargetInfo[] }).targetInfos;
  // Newly installed, the extension opens its options in front, and what is behind another tab is not painted.
  for (let options: TargetInfo | undefined; hasOptions && !options; await pause(50)) {
    options = (await targets()).find(({ url }) => url === `${EXTENSION}/options.html`);
    if (options) await send('Target.closeTarget', { targetId: options.targetId });
  }
  const isWorker = ({ type, url }: TargetInfo) =>
    type === 'service_worker' && url.startsWith(EXTENSION);

  const attach = async (targetId: string): Promise<Session> => {
    const given = await send('Target.attachToTarget', { targetId, flatten: true });
    const { sessionId } = given as { sessionId: string };
    const worldOf = (contextId?: number): World => ({
      async run(act, ...args) {
        const expression = `(${act})(...${JSON.stringify(args)})`;
        const answer = (await send(
          'Runtime.evaluate',
          { expression, contextId, awaitPromise: true, returnByValue: true },
          sessionId,
        )) as {
          result: { value: never };
          exceptionDetails?: { exception?: { description: string } };
        };
        const wrong = answer.exceptionDetails;
        if (wrong) throw new Error(wrong.exception?.description ?? 'It failed in the page.');
        return answer.result.value;
      },
    });
    const contentScripts = async () => {
      const id = new Promise<number>((found) => {
        hear('Runtime.executionContextCreated', sessionId, (said) => {
          const { context } = made.parse(said);
          if (context.auxData.type === 'isolated' && context.origin === EXTENSION)
            found(context.id);
        });
      });
      await send('Runtime.enable', {}, sessionId);
      return worldOf(await id);
    };
    return {
      ...worldOf(),
      contentScripts,
      send: (method, params) => send(method, params, sessionId),
      close: async () => void (await send('Target.closeTarget', { targetId })),
    };
  };
  /** A page that is not even there yet has nothing. */
  const isFurnished = (page: Session) =>
    page.run(() => document.querySelector('[data-truce=ready]') !== null).catch(() => false);
  const isSidebar = ({ type, url }: TargetInfo) =>
    type === 'iframe' && url.startsWith(`${EXTENSION}/sidebar`);

  return {
    async open(url) {
      const page = await send('Target.createTarget', { url });
      return attach((page as { targetId: string }).targetId);
    },
    async sidebar(page) {
      for (;;) {
        const frame = (await isFurnished(page)) && (await targets()).find(isSidebar);
        if (frame) return attach(frame.targetId);
        await pause(20);
      }
    },
    hasSidebar: async () => (await targets()).some(isSidebar),
    async stopWorker() {
      const worker = (await targets()).find(isWorker);
      if (worker) await send('Target.closeTarget', { targetId: worker.targetId });
      while ((await targets()).some(isWorker)) await pause(20);
    },
    async close() {
      const gone = once(child, 'exit');
      await send('Browser.close').catch(() => child.kill());
      await gone;
    },
  };
}
