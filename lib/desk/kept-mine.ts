/** The rep's own day as the store told it last, on the disk: painted at once, and all there is while the store is silent. */
import { clear, get, set, type UseStore } from 'idb-keyval';
import * as z from 'zod/mini';
import { type Mine, mine, type Reply } from '../contract/mine.ts';
import { type Connection, senderOf } from '../platform/connection.ts';
import { strictStore } from '../platform/strict-store.ts';

const kept = z.object({
  /** Whose day it is; nobody else is shown it. */
  store: z.string(),
  memberId: z.string(),
  mine,
  /** When the store said so, in ms. */
  at: z.number(),
});
const names = z.array(z.string());

export interface KeptMine {
  read(me: Connection): Promise<{ mine: Mine; at: number } | null>;
  write(me: Connection, mine: Mine): Promise<void>;
  /** Answers from marketing that were on screen, by `replyKey`. */
  seen(): Promise<string[]>;
  see(replies: readonly string[]): Promise<void>;
  /** What a notification told already; null before anything could be told. */
  told(): Promise<string[] | null>;
  tell(news: readonly string[]): Promise<void>;
  forgetAll(): Promise<void>;
}

/** Two weeks of a busy rep. */
const MOST = 400;

/** @param use where it is kept; tests give their own */
export function keptMine(use: UseStore = strictStore('truce-mine'), now = Date.now): KeptMine {
  const list = async (key: string): Promise<string[] | null> => {
    const parsed = names.safeParse(await get(key, use));
    return parsed.success ? parsed.data : null;
  };
  const add = async (key: string, more: readonly string[]) => {
    const all = new Set([...more, ...((await list(key)) ?? [])]);
    await set(key, [...all].slice(0, MOST), use);
  };
  return {
    async read(me) {
      const parsed = kept.safeParse(await get('list', use));
      const whose = senderOf(me);
      if (!parsed.success || parsed.data.memberId !== whose.memberId) return null;
      return parsed.data.store === whose.store ? parsed.data : null;
    },
    write: (me, fresh) => set('list', { ...senderOf(me), mine: fresh, at: now() }, use),
    seen: async () => (await list('seen')) ?? [],
    see: (replies) => add('seen', replies),
    told: () => list('told'),
    tell: (news) => add('told', news),
    forgetAll: () => clear(use),
  };
}

/** @returns what tells one answer from another: marketing may answer the same thing anew */
export function replyKey({ feedback }: Reply): string {
  return `${feedback.id}:${feedback.resolution?.madeAt ?? ''}`;
}
