/**
 * A Chromium with the built extension, spoken to over a bare pipe: nothing is attached to that was not asked for, since being
 * attached to pauses every new frame and worker and so falsifies what is measured.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { extensionFolder } from '../../../demo/extension.ts';
import { findChromium } from '../../../scripts/browsers.ts';
import { EXTENSION } from '../../e2e/support/chromium.ts';

interface TargetInfo {
  targetId: string;
  type: string;
  url: string;
}

interface Answer {
  id?: number;
  result?: unknown;
  error?: { message: string };
}

export interface Session {
  /** Runs a function there, as if it had been written there. */
  run<Given extends unknown[], Out>(
    act: (...given: Given) => Out,
    ...given: Given
  ): Promise<Awaited<Out>>;
  send(method: string, params?: object): Promise<unknown>;
  close(): Promise<void>;
}

export interface PlainChromium {
  /** Opens a page in front. */
  open(url: string): Promise<Session>;
  /** @returns the sidebar's frame, once there is one */
  sidebar(): Promise<Session>;
  /** Stops the background, as the browser does after 30 idle seconds. */
  stopWorker(): Promise<void>;
  close(): Promise<void>;
}

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
  const { child, send } = launch(profile);
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
    return {
      send: (method, params) => send(method, params, sessionId),
      close: async () => void (await send('Target.closeTarget', { targetId })),
      async run(act, ...args) {
        const expression = `(${act})(...${JSON.stringify(args)})`;
        const answer = (await send(
          'Runtime.evaluate',
          { expression, awaitPromise: true, returnByValue: true },
          sessionId,
        )) as {
          result: { value: never };
          exceptionDetails?: { exception?: { description: string } };
        };
        const wrong = answer.exceptionDetails;
        if (wrong) throw new Error(wrong.exception?.description ?? 'It failed in the page.');
        return answer.result.value;
      },
    };
  };

  return {
    async open(url) {
      const made = await send('Target.createTarget', { url });
      return attach((made as { targetId: string }).targetId);
    },
    async sidebar() {
      for (;;) {
        const frame = (await targets()).find(
          ({ type, url }) => type === 'iframe' && url.startsWith(`${EXTENSION}/sidebar`),
        );
        if (frame) return attach(frame.targetId);
        await pause(50);
      }
    },
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

type Send = (method: string, params?: object, sessionId?: string) => Promise<unknown>;

function launch(profile: string): { child: ChildProcess; send: Send } {
  const chromium = findChromium();
  if (!chromium) throw new Error('No Chromium; run `npm test`, which installs one.');
  const child = spawn(
    chromium,
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--window-size=1280,800',
      `--user-data-dir=${profile}`,
      '--remote-debugging-pipe',
      '--enable-unsafe-extension-debugging',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const out = child.stdio[3] as Writable;
  const back = child.stdio[4] as Readable;
  const waiting = new Map<number, { done(value: unknown): void; failed(error: Error): void }>();
  let heard = '';
  let count = 0;
  back.setEncoding('utf8').on('data', (piece: string) => {
    const whole = (heard + piece).split('\0');
    heard = whole.pop() ?? '';
    for (const text of whole) {
      const { id = 0, result, error }: Answer = JSON.parse(text);
      const asked = waiting.get(id);
      waiting.delete(id);
      if (error) asked?.failed(new Error(error.message));
      else asked?.done(result);
    }
  });
  const send: Send = (method, params = {}, sessionId) =>
    new Promise((done, failed) => {
      count += 1;
      waiting.set(count, { done, failed });
      out.write(`${JSON.stringify({ id: count, method, params, sessionId })}\0`);
    });
  return { child, send };
}
