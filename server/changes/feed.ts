/**
 * Everybody who follows the feed in this process. They are woken by what this process writes at once, and once a second for
 * what others wrote; those who are at the same place share one look at the database.
 */
import type { Store } from '../http/context.ts';
import { cursorText, type FeedCursor } from './cursor.ts';
import { type FeedPage, readFeed } from './read.ts';

const EVERY_MS = 1000;
/** While an older transaction is under way, which takes milliseconds. */
const SOON_MS = 50;
/** Many changes at once are one answer, not many. */
const PACE_MS = 50;

export interface Follower {
  /** Settles when there may be something new, or `ends` does. */
  woken: (page: Pick<FeedPage, 'heldBack' | 'more'>, ends: AbortSignal) => Promise<void>;
  stop: () => void;
}

export interface Feed {
  read: (wsId: string, after: FeedCursor | null) => Promise<FeedPage>;
  /** Follow first, then read: what comes between the two is noticed. */
  follow: (wsId: string) => Follower;
}

const feeds = new WeakMap<Store['watch'], Feed>();

/** @returns the one feed of this store */
export function feedOf(store: Store): Feed {
  const known = feeds.get(store.watch) ?? createFeed(store);
  feeds.set(store.watch, known);
  return known;
}

function createFeed({ db, watch }: Store): Feed {
  const reading = new Map<string, Promise<FeedPage>>();
  const tick = ticker();
  return {
    read: (wsId, after) => {
      const key = `${wsId} ${after ? cursorText(after) : ''}`;
      const known = reading.get(key);
      if (known) return known;
      const page = readFeed(db, wsId, after).finally(() => reading.delete(key));
      reading.set(key, page);
      return page;
    },
    follow: (wsId) => {
      let isNews = false;
      let wake = () => {};
      const unlisten = watch.listenAll(wsId, () => {
        isNews = true;
        wake();
      });
      const untick = tick(() => wake());
      return {
        woken: async ({ heldBack, more }, ends) => {
          if (more || ends.aborted) return;
          const paced = delay(PACE_MS, ends);
          if (!isNews) await until(ends, (go) => (wake = go), heldBack ? SOON_MS : null);
          isNews = false;
          await paced;
        },
        stop: () => {
          unlisten();
          untick();
        },
      };
    },
  };
}

/** @returns a way to be called every second, all at the same time, so that their reads are one */
function ticker(): (wake: () => void) => () => void {
  const wakes = new Set<() => void>();
  let timer: NodeJS.Timeout | null = null;
  return (wake) => {
    wakes.add(wake);
    timer ??= setInterval(() => {
      for (const one of wakes) one();
    }, EVERY_MS);
    return () => {
      wakes.delete(wake);
      if (wakes.size > 0 || !timer) return;
      clearInterval(timer);
      timer = null;
    };
  };
}

/** @returns when `start`'s function is called, `ends` is aborted, or so long has passed */
function until(
  ends: AbortSignal,
  start: (go: () => void) => void,
  ms: number | null,
): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      if (timer) clearTimeout(timer);
      ends.removeEventListener('abort', go);
      resolve();
    };
    const timer = ms === null ? null : setTimeout(go, ms);
    ends.addEventListener('abort', go, { once: true });
    start(go);
    if (ends.aborted) go();
  });
}

const delay = (ms: number, ends: AbortSignal) => until(ends, () => {}, ms);
