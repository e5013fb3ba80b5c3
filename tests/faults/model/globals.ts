/**
 * What browsers give to scripts, led to the browser whose script asks. To be imported before anything of the product:
 * the polyfill looks for an extension as soon as it is loaded.
 */
import { type Disk, installDisks } from './disk.ts';
import { type Life, whoRuns } from './life.ts';
import type { Locks } from './locks.ts';

export type Heard = (changes: Record<string, unknown>, area: string) => void;

/** A browser, as scripts in it find it. */
export interface Home {
  disk: Disk;
  local: Map<string, unknown>;
  /** Name → milliseconds between. */
  alarms: { set(name: string, period: number): void; clear(name: string): void };
  locks: Locks;
  heard: Map<Heard, Life>;
  fetch(life: Life, url: string, init: RequestInit): Promise<Response>;
  after(ms: number, then: () => void): void;
  chance(): number;
}

const homes = new WeakMap<Life, Home>();

/** From now on this life runs in this browser. */
export const moveIn = (life: Life, home: Home) => homes.set(life, home);

function caller(): { life: Life; home: Home } {
  const life = whoRuns();
  const home = life && homes.get(life);
  if (!life || !home) throw new Error('Called outside of every browser.');
  return { life, home };
}

/** Through the extension's own interface, which goes away when it is updated under a page. */
function called<T>(what: (home: Home, life: Life) => T): Promise<T> {
  const { life, home } = caller();
  return life.act(() => {
    if (life.isOrphan) throw new Error('Extension context invalidated.');
    return what(home, life);
  });
}

const browser = {
  runtime: { id: 'truce' },
  storage: {
    local: {
      get: (key: string) => called(({ local }) => ({ [key]: local.get(key) })),
      set: (values: Record<string, unknown>) =>
        called(({ local, heard }) => {
          for (const [key, value] of Object.entries(values)) local.set(key, value);
          for (const [listener, life] of [...heard]) {
            if (!life.isDead) void life.run(async () => listener(values, 'local'));
          }
        }),
    },
    onChanged: {
      addListener(listener: Heard) {
        const { life, home } = caller();
        home.heard.set(listener, life);
      },
      // A page that is gone is not told anything anyway.
      removeListener: () => undefined,
    },
  },
  alarms: {
    create: (name: string, { periodInMinutes = 1 }) =>
      called(({ alarms }) => alarms.set(name, periodInMinutes * 60_000)),
    clear: (name: string) => called(({ alarms }) => alarms.clear(name)),
  },
};

type WithLock = (lock: unknown) => Promise<unknown>;

const locks = {
  async request(name: string, ...rest: [WithLock] | [{ ifAvailable: boolean }, WithLock]) {
    const { life, home } = caller();
    const [first, second] = rest;
    const then = second ?? first;
    if (typeof then !== 'function') throw new Error('Nobody to have the lock.');
    while (!(await life.act(() => home.locks.take(name, life)))) {
      if (second) return then(null);
      await home.locks.freed(name);
    }
    try {
      return await then({});
    } finally {
      home.locks.free(name, life);
    }
  },
};

const real = {
  now: Date.now,
  random: Math.random,
  timeout: AbortSignal.timeout.bind(AbortSignal),
  fetch: globalThis.fetch,
};

Date.now = () => whoRuns()?.now() ?? real.now();
Math.random = () => (whoRuns() ? caller().home.chance() : real.random());
AbortSignal.timeout = (ms) => {
  if (!whoRuns()) return real.timeout(ms);
  const end = new AbortController();
  caller().home.after(ms, () => end.abort(new DOMException('Too late.', 'TimeoutError')));
  return end.signal;
};
const overNetwork: typeof fetch = (url, init) => {
  const { life, home } = caller();
  return home.fetch(life, String(url), init ?? {});
};
Object.assign(globalThis, { browser, chrome: browser, fetch: overNetwork });
Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
installDisks((life) => {
  const home = homes.get(life);
  if (!home) throw new Error('A life without a browser.');
  return home.disk;
});
