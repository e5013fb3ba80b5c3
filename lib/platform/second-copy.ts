/**
 * A second copy of what must not be lost, in another part of the browser's storage.
 *
 * Chromium keeps IndexedDB and `storage.local` in logs that a full disk damages without a word: all goes on as before, and at the
 * next start of the browser a database is gone or back at an earlier state (docs/faults.md has what was seen). The Cache API keeps
 * files of its own, which survive it. Like IndexedDB, and unlike `storage.local`, no content script can read it.
 */
export interface SecondCopies {
  /** @returns of what there is a copy */
  keys(): Promise<string[]>;
  /** @returns the copies of these that are there */
  get(keys: readonly string[]): Promise<unknown[]>;
  /** Keeps it beside the first. Never fails: the first copy is what counts. @param value what JSON can hold */
  keep(key: string, value: unknown): Promise<void>;
  /** @throws when the browser will not let go of one */
  drop(keys: readonly string[]): Promise<void>;
}

/** Where nothing is kept twice. */
export const NO_COPIES: SecondCopies = {
  keys: async () => [],
  get: async () => [],
  keep: async () => undefined,
  drop: async () => undefined,
};

/** Nothing is asked for there: it is a name, and the Cache API wants one of this kind. */
const PLACE = 'https://copy.invalid/';
const addressOf = (key: string) => PLACE + encodeURIComponent(key);

/** @param name of the database that is kept a second time */
export function secondCopies(name: string): SecondCopies {
  if (typeof caches === 'undefined') return NO_COPIES;
  const open = () => caches.open(name);
  // Whoever has never kept anything is not made a place for it; and where there is none to be had, nothing is kept.
  const isThere = () => caches.has(name).catch(() => false);
  return {
    async keys() {
      if (!(await isThere())) return [];
      const kept = await (await open()).keys();
      return kept.map(({ url }) => decodeURIComponent(url.slice(PLACE.length)));
    },
    async get(keys) {
      if (keys.length === 0 || !(await isThere())) return [];
      const cache = await open();
      const kept = await Promise.all(keys.map((key) => cache.match(addressOf(key))));
      return Promise.all(kept.flatMap((answer) => (answer ? [answer.json()] : [])));
    },
    async keep(key, value) {
      try {
        await (await open()).put(addressOf(key), new Response(JSON.stringify(value)));
      } catch {
        // Full, or switched off.
      }
    },
    async drop(keys) {
      if (keys.length === 0 || !(await isThere())) return;
      const cache = await open();
      await Promise.all(keys.map((key) => cache.delete(addressOf(key))));
    },
  };
}
