/** A Chromium and the pipe that it is spoken to over. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { findChromium, QUIET_CHROMIUM } from '../../../scripts/browsers.ts';

interface Answer {
  id?: number;
  result?: unknown;
  error?: { message: string };
  method?: string;
  params?: unknown;
  sessionId?: string;
}

export interface Pipe {
  child: ChildProcess;
  send(method: string, params?: object, sessionId?: string): Promise<unknown>;
  /** What the browser says of itself. */
  hear(method: string, sessionId: string | undefined, act: (said: unknown) => void): void;
}

/** Starts one, without a window. */
export function launch(profile: string): Pipe {
  const chromium = findChromium();
  if (!chromium) throw new Error('No Chromium; run `npm test`, which installs one.');
  const child = spawn(
    chromium,
    [
      '--headless=new',
      ...QUIET_CHROMIUM,
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
  const heard: { method: string; sessionId?: string; act: (said: unknown) => void }[] = [];
  let rest = '';
  let count = 0;
  const take = ({ id = 0, result, error, method, params, sessionId }: Answer) => {
    for (const each of heard) {
      if (each.method === method && each.sessionId === sessionId) each.act(params);
    }
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error) asked?.failed(new Error(error.message));
    else asked?.done(result);
  };
  back.setEncoding('utf8').on('data', (piece: string) => {
    const whole = (rest + piece).split('\0');
    rest = whole.pop() ?? '';
    for (const text of whole) take(JSON.parse(text));
  });
  return {
    child,
    send: (method, params = {}, sessionId) =>
      new Promise((done, failed) => {
        count += 1;
        waiting.set(count, { done, failed });
        out.write(`${JSON.stringify({ id: count, method, params, sessionId })}\0`);
      }),
    hear(method, sessionId, act) {
      heard.push({ method, ...(sessionId ? { sessionId } : {}), act });
    },
  };
}
