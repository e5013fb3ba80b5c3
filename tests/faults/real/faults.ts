/** What can happen between a verdict and the store: each kind once, by whom it is done and when. */
import type { Act, Answer } from './proxy.ts';
import type { Scene } from './scene.ts';

/**
 * said: once the last verdict is shown as saved · full: at its last press, which is repeated when all is well again · press: at its last press, before anything is shown · sending: while it is
 * on its way · before: from before the first word until all is healed
 */
type Moment = 'said' | 'full' | 'press' | 'sending' | 'before';

export interface Fault {
  name: string;
  when: Moment;
  /** Where it can happen; everywhere, if it is not said. */
  only?: { browser?: 'chromium' | 'firefox'; engine?: 'embedded' | 'postgres'; disk?: boolean };
  /** Does it. What is done on the way is armed, and strikes later. */
  strike(scene: Scene): Promise<void>;
  /** Undoes what does not pass by itself. Proxy and browser are healed for all. */
  heal?(scene: Scene): Promise<void>;
}

const DAY = 86_400_000;
/** A browser that was not seen for 90 days has to connect anew, and so it is by a clock that is farther ahead. */
const AHEAD = 80 * DAY;
const BEHIND = -365 * DAY;

/** A kind that strikes so many sendings on their way. */
const onTheWay = (
  name: string,
  times: number,
  act: (scene: Scene) => Act,
  rest: Partial<Fault> = {},
): Fault => ({
  name,
  when: 'sending',
  strike: async (scene) => scene.onTheWay(times, act(scene)),
  ...rest,
});

const busy = (status: number): Answer => ({
  status,
  headers: { 'retry-after': '1', 'content-type': 'text/plain' },
  body: Buffer.from('Come back later.'),
});
const PORTAL: Answer = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from('<html><title>Welcome to our network</title></html>'),
};
const BLOCKED: Answer = {
  status: 403,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from('<h1>Blocked by your company</h1>'),
};
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const storeStarts = { heal: (scene: Scene) => scene.place.store.start() };
const onPostgres = { only: { engine: 'postgres' } } as const;
const inChromium = { only: { browser: 'chromium' } } as const;

export const FAULTS: readonly [Fault, ...Fault[]] = [
  {
    name: 'browser killed, once shown as saved',
    when: 'said',
    strike: ({ killBrowser }) => killBrowser(),
  },
  {
    name: 'browser killed at the press',
    when: 'press',
    strike: ({ killBrowser }) => killBrowser(),
  },
  onTheWay('browser killed, once it was stored', 1, ({ killBrowser }) => async ({ forward }) => {
    await forward();
    await killBrowser();
  }),
  {
    name: 'disk full at the press',
    when: 'full',
    only: { disk: true },
    strike: ({ setDiskFull }) => setDiskFull(true),
    heal: ({ setDiskFull }) => setDiskFull(false),
  },
  {
    name: 'background stopped, once shown as saved',
    when: 'said',
    strike: ({ stopWorker }) => stopWorker(),
  },
  onTheWay(
    'background stopped while sending',
    1,
    ({ stopWorker }) =>
      async ({ forward, reply }) => {
        const answer = await forward();
        await stopWorker();
        reply(answer);
      },
    inChromium,
  ),
  { name: 'extension reloaded under the page', when: 'said', strike: ({ reload }) => reload() },
  onTheWay('extension reloaded while sending', 1, ({ reload }) => async ({ forward, reply }) => {
    const answer = await forward();
    await reload();
    reply(answer);
  }),
  onTheWay(
    'store killed while it stores',
    1,
    ({ place }) =>
      async ({ forward, reply }) => {
        const asked = forward();
        await place.store.kill();
        reply(await asked);
      },
    storeStarts,
  ),
  onTheWay(
    'store killed, once it has stored',
    1,
    ({ place }) =>
      async ({ forward, cut }) => {
        await forward();
        await place.store.kill();
        cut();
      },
    storeStarts,
  ),
  { name: 'store away', when: 'before', strike: ({ place }) => place.store.kill(), ...storeStarts },
  {
    name: 'store’s clock 80 days ahead',
    when: 'before',
    strike: ({ place }) => place.store.moveClock(AHEAD),
    heal: ({ place }) => place.store.moveClock(0),
  },
  {
    name: 'store’s clock a year behind',
    when: 'before',
    strike: ({ place }) => place.store.moveClock(BEHIND),
    heal: ({ place }) => place.store.moveClock(0),
  },
  onTheWay(
    'cut on the way there',
    2,
    () =>
      async ({ cut }) =>
        cut(),
  ),
  onTheWay('cut on the way back', 2, () => async ({ forward, cut }) => {
    await forward();
    cut();
  }),
  onTheWay(
    'half an answer',
    2,
    () =>
      async ({ forward, replyHalf }) =>
        replyHalf(await forward()),
  ),
  onTheWay('slow', 2, () => async ({ forward, reply }) => {
    await later(3000);
    reply(await forward());
  }),
  onTheWay('sent twice by the network', 3, () => async ({ forward, reply }) => {
    const [answer] = await Promise.all([forward(), forward()]);
    reply(answer);
  }),
  onTheWay('arrives after it was given up', 2, () => async ({ forward, cut }) => {
    cut();
    await later(2500);
    await forward();
  }),
  onTheWay(
    '503',
    2,
    () =>
      async ({ reply }) =>
        reply(busy(503)),
  ),
  onTheWay(
    '429',
    2,
    () =>
      async ({ reply }) =>
        reply(busy(429)),
  ),
  onTheWay(
    'a network’s sign-in page answers',
    2,
    () =>
      async ({ reply }) =>
        reply(PORTAL),
  ),
  onTheWay(
    'a proxy will not let it through',
    3,
    () =>
      async ({ reply }) =>
        reply(BLOCKED),
  ),
  onTheWay(
    'database cuts connections',
    2,
    ({ place }) =>
      async ({ forward, reply }) => {
        const [answer] = await Promise.all([forward(), place.postgres?.cut()]);
        reply(answer);
      },
    onPostgres,
  ),
  onTheWay(
    'database restarts',
    1,
    ({ place }) =>
      async ({ forward, reply }) => {
        const [answer] = await Promise.all([forward(), place.postgres?.restart()]);
        reply(answer);
      },
    onPostgres,
  ),
];
