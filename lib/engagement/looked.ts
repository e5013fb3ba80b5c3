/**
 * When this member last looked at which lead, so that the card can say what is new since. Kept beside the cards, and gone
 * with them: at signing out, and when somebody else signs in.
 */
import { get, type UseStore, update } from 'idb-keyval';
import * as z from 'zod/mini';
import { strictStore } from '../platform/strict-store.ts';

/** Whoever works with more leads than this at a time finds the oldest look forgotten. */
const MOST = 1000;
const KEY = 'looked';

/** Lead id to milliseconds, the longest ago first. */
const kept = z.catch(z.record(z.string(), z.number()), {});

export interface Looks {
  /** @returns the instant of the last look at this lead, or undefined */
  at(leadId: string): Promise<string | undefined>;
  /** Somebody has this lead on screen. */
  note(leadId: string): Promise<void>;
}

/** @param use where the cards are; tests give their own */
export function looks(use: UseStore = strictStore('truce-cards'), now = Date.now): Looks {
  return {
    async at(leadId) {
      const at = kept.parse((await get<unknown>(KEY, use)) ?? {})[leadId];
      return at === undefined ? undefined : new Date(at).toISOString();
    },
    note: (leadId) =>
      update<unknown>(
        KEY,
        (before) => {
          const { [leadId]: _, ...others } = kept.parse(before ?? {});
          const latest = Object.entries(others).slice(1 - MOST);
          return { ...Object.fromEntries(latest), [leadId]: now() };
        },
        use,
      ),
  };
}
