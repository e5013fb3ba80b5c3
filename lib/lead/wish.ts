/**
 * A verdict asked for by a key of the browser: from the background to the sidebar of one tab. It lies where no page and no script
 * in a page can write, until the sidebar shows that very lead, or for ten seconds.
 */
import * as z from 'zod/mini';
import { crmRecord } from '../contract/record.ts';
import { verdictKind } from '../contract/words.ts';
import { browser } from '../platform/browser.ts';

const KEPT_MS = 10_000;
const KEY = 'wish';

const wish = z.object({
  tabId: z.int(),
  /** What was in front of that tab. */
  record: crmRecord,
  verdict: verdictKind,
  at: z.number(),
});
export type Wish = z.infer<typeof wish>;

export async function makeWish(made: Omit<Wish, 'at'>, now = Date.now()): Promise<void> {
  await browser.storage.session.set({ [KEY]: { ...made, at: now } });
}

/** @returns the wish there is, if it is fresh */
async function readWish(now = Date.now()): Promise<Wish | null> {
  const parsed = wish.safeParse((await browser.storage.session.get(KEY))[KEY]);
  const age = parsed.success ? now - parsed.data.at : KEPT_MS;
  return parsed.success && age >= 0 && age < KEPT_MS ? parsed.data : null;
}

/**
 * Takes the wish there is, if it is meant for whoever asks. Once: a sidebar in the page and one beside it may show the same lead at
 * the same time, and two verdicts must not come of one press.
 */
export function takeWish(isMeant: (wish: Wish) => Promise<boolean>): Promise<Wish | null> {
  return navigator.locks.request('truce-wish', async () => {
    const wish = await readWish();
    if (!wish || !(await isMeant(wish))) return null;
    await browser.storage.session.remove(KEY);
    return wish;
  });
}

/** Calls `then` after each wish. @returns a function that stops listening */
export function onWish(then: () => void): () => void {
  const listen = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'session' && changes[KEY]?.newValue) then();
  };
  browser.storage.onChanged.addListener(listen);
  return () => browser.storage.onChanged.removeListener(listen);
}
