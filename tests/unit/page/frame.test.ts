import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createFrame } from '../../../lib/page/frame.ts';
import type { Iframe } from '../../../lib/page/place.ts';

/** What a frame is told is said through its port; a browser is not needed to look into one. */
interface Said {
  kind: string;
  n: number;
}

beforeAll(() => {
  vi.stubGlobal('chrome', { runtime: { getURL: () => 'chrome-extension://truce/' } });
});
afterAll(() => vi.unstubAllGlobals());

/** An iframe whose window hands out the port that it was offered last. */
function openFrame() {
  const offered: MessagePort[] = [];
  const window = {
    postMessage: (_: unknown, origin: string, [port]: MessagePort[]) => {
      if (origin === 'chrome-extension://truce/' && port) offered.push(port);
    },
  };
  const element = Object.assign(new EventTarget(), { contentWindow: window, isConnected: true });
  const life = new AbortController();
  onTestFinished(() => {
    life.abort();
    for (const port of offered) port.close();
  });
  const iframe: Iframe = {
    // As much of one as `createFrame` touches.
    element: element as unknown as HTMLIFrameElement,
    src: 'chrome-extension://truce/row-card.html',
    loaded: false,
    nonce: crypto.randomUUID(),
    offer: async () => true,
  };
  const frame = createFrame<Said, Said>({
    iframe,
    onMessage: () => undefined,
    onBlocked: () => undefined,
    signal: life.signal,
  });
  const load = async (times: number) => {
    element.dispatchEvent(new Event('load'));
    await expect.poll(() => offered.length).toBe(times);
    const heard: Said[] = [];
    const port = offered[times - 1];
    if (port) port.onmessage = ({ data }) => heard.push(data);
    return heard;
  };
  return { frame, load };
}

describe('the port of a frame', () => {
  it('holds what the frame is to hear, which need not say hello first', async () => {
    const { frame, load } = openFrame();
    frame.send({ kind: 'rows', n: 1 });
    frame.send({ kind: 'card', n: 2 });
    frame.send({ kind: 'rows', n: 3 });
    const heard = await load(1);
    frame.send({ kind: 'card', n: 4 });
    await expect
      .poll(() => heard)
      .toEqual([
        { kind: 'rows', n: 3 },
        { kind: 'card', n: 2 },
        { kind: 'card', n: 4 },
      ]);
  });

  it('is another one after the frame has loaded again, with the last word of each kind', async () => {
    const { frame, load } = openFrame();
    frame.send({ kind: 'rows', n: 1 });
    const first = await load(1);
    await expect.poll(() => first).toHaveLength(1);
    frame.send({ kind: 'rows', n: 2 });
    const again = await load(2);
    await expect.poll(() => again).toEqual([{ kind: 'rows', n: 2 }]);
    expect(first).toHaveLength(2);
  });
});
