/**
 * lib/feedback: a verdict, a flag, an answer, from the click to the disk. What is on the disk is called saved.
 *
 * In: what the person said, what they saw. Out: outbox entries, which lib/sync sends. The frame itself writes
 * them, so a dead worker, a killed browser or an update under the open page costs nothing.
 */
import * as z from 'zod/mini';
import { feedbackItem } from '../contract/feedback.ts';
import { sayingWords } from '../words/saying.ts';

/** For this long after saving an entry is not sent, so that it can be taken back as if never said. */
export const UNDO_MS = 10_000;
/** No entry waits longer than this for its next try. */
export const LONGEST_WAIT_MS = 15 * 60_000;
/** About half an hour of ever rarer tries: a proxy that has not changed its mind by then is a matter for people. */
export const MOST_TURNED_AWAY = 12;
/** What is said of an entry that was turned away that often; in other languages under this in `lib/words/problems`. */
export const TURNED_AWAY =
  'Something between here and the store does not let this through. Ask whoever runs your network or the store, then try again.';

/**
 * waiting: saved here, not sent yet · sending: handed to the network at least once, no answer yet; if the
 * worker died it is sent again, the store knows the id · parked: refused, kept until the person decides
 */
export const outboxEntry = z.object({
  item: feedbackItem,
  /** Counts up over all entries of this browser: the order in which they were said, whatever the clock does. */
  order: z.int(),
  state: z.enum(['waiting', 'sending', 'parked']),
  savedAt: z.number(),
  /** Milliseconds since 1970; not sent before. */
  notBefore: z.number(),
  attempts: z.int(),
  /** How often something between here and the store would not let it through, by itself. */
  turnedAway: z.optional(z.int()),
  /** Why it was refused or not delivered, in a sentence. */
  message: z.nullable(z.string()),
  /** To whom and as whom: what was said in one workspace is never sent to another. */
  store: z.string(),
  memberId: z.string(),
});
export type OutboxEntry = z.infer<typeof outboxEntry>;

/** To which store, as whom. */
export type Sender = Pick<OutboxEntry, 'store' | 'memberId'>;

/** @returns whether an entry may be handed to the network now */
export function isDue(entry: OutboxEntry, now: number): boolean {
  if (entry.state === 'parked') return false;
  // A clock that was put back must not hold an entry for a year.
  const wait = entry.notBefore - now;
  return wait <= 0 || wait > LONGEST_WAIT_MS || now < entry.savedAt - UNDO_MS;
}

/** Why an entry that was saved as somebody else stays where it is, in words; null when it is ours. */
export function foreign(entry: OutboxEntry, now: Sender | null): string | null {
  if (!now || (entry.store === now.store && entry.memberId === now.memberId)) return null;
  const t = sayingWords();
  return entry.store === now.store ? t.savedAsOther : t.savedForOther(entry.store);
}

/** @returns whether it can still be taken back: never handed to the network */
export function isUndoable(entry: OutboxEntry): boolean {
  return entry.state === 'waiting' && entry.attempts === 0;
}

/**
 * @param attempts how often it was tried, 1 or more
 * @param chance a random number from 0 up to 1
 * @returns milliseconds until the next try: exponential from 2 s, full jitter, at most 15 minutes
 */
export function backOff(attempts: number, chance: number): number {
  const ceiling = Math.min(LONGEST_WAIT_MS, 2000 * 2 ** Math.min(attempts, 12));
  return Math.round(1000 + chance * (ceiling - 1000));
}
