/** The outbox on the disk: one key per entry, every change one transaction, so no context can overwrite another's. */
import { promisifyRequest, type UseStore } from 'idb-keyval';
import { v4 } from 'uuid';
import type { FeedbackItem, ItemAnswer } from '../contract/feedback.ts';
import { NO_COPIES, type SecondCopies } from '../platform/second-copy.ts';
import { allEntries, COUNTER, ENTRY, SELF, wholeStore } from './entries.ts';
import {
  backOff,
  isDue,
  isUndoable,
  MOST_TURNED_AWAY,
  type OutboxEntry,
  outboxEntry,
  type Sender,
  TURNED_AWAY,
  UNDO_MS,
} from './entry.ts';

export interface Outbox {
  /** Saves; resolves only once it is on the disk. Saving the same id again changes nothing. */
  add(item: FeedbackItem, sender: Sender, hold?: number): Promise<OutboxEntry>;
  /** All entries in the order they were said. Entries no version of ours can read are left alone. */
  list(): Promise<OutboxEntry[]>;
  /** Takes an entry back. False when it was handed to the network already, or is gone. */
  undo(id: string): Promise<boolean>;
  /** Marks these as handed to the network and returns them as they are now; taken-back ones are missing. */
  claim(ids: readonly string[]): Promise<OutboxEntry[]>;
  /** Applies the store's words on entries: only `stored` and `duplicate` remove one. */
  settle(words: readonly Word[]): Promise<void>;
  /** Puts entries back after a send that brought no answer; `wait` overrides the back-off. */
  postpone(ids: readonly string[], message: string, wait?: number): Promise<void>;
  /** Something on the way would not take this one, even by itself: tried again ever more rarely, and in the end parked. */
  turnAway(id: string, message: string): Promise<void>;
  /** Tried again now, and as `sender` if it was saved as somebody else of the same store: the person asked for it. */
  revive(id: string, sender: Sender | null): Promise<void>;
  /** Gives up on an entry the person no longer wants to send. */
  drop(id: string): Promise<void>;
}

/** What became of an entry, by its id. */
export interface Word extends Pick<ItemAnswer, 'outcome' | 'message'> {
  id: string;
}

export interface OutboxOptions {
  use: UseStore;
  /** Where entries are kept a second time; nowhere, if it is not said. */
  copies?: SecondCopies;
  /** For a page that paints what it reads at once: called when the copies had more than that (entries.ts). */
  onPutBack?: () => void;
  now?: () => number;
  /** From 0 up to 1. */
  random?: () => number;
  /** A new UUID, once for each browser. */
  id?: () => string;
}

export function createOutbox({
  use: disk,
  copies = NO_COPIES,
  onPutBack,
  now = Date.now,
  random = Math.random,
  id: newId = v4,
}: OutboxOptions): Outbox {
  const use = wholeStore(disk, copies, onPutBack ?? null);

  /**
   * Changes entries in one transaction: ten thousand of them are a hundred writes to the disk, not twenty thousand.
   *
   * @param change returns the new entry, null to delete it, undefined to keep it
   * @returns those that are new
   */
  const amend = (
    ids: readonly string[],
    change: (entry: OutboxEntry) => OutboxEntry | null | undefined,
  ): Promise<OutboxEntry[]> =>
    use('readwrite', async (entries) => {
      const all: OutboxEntry[] = [];
      for (const id of ids) {
        const parsed = outboxEntry.safeParse(await promisifyRequest(entries.get(ENTRY + id)));
        if (!parsed.success) continue;
        const changed = change(parsed.data);
        if (changed === null) entries.delete(ENTRY + id);
        if (!changed) continue;
        entries.put(changed, ENTRY + id);
        all.push(changed);
      }
      await promisifyRequest(entries.transaction);
      return all;
    });

  return {
    async add(item, sender, hold = UNDO_MS) {
      const saved = await use('readwrite', async (entries) => {
        const known = outboxEntry.safeParse(await promisifyRequest(entries.get(ENTRY + item.id)));
        if (known.success) return known.data;
        const last = Number(await promisifyRequest<unknown>(entries.get(COUNTER))) || 0;
        const self = await promisifyRequest<unknown>(entries.get(SELF));
        const outbox = typeof self === 'string' ? self : newId();
        const entry: OutboxEntry = {
          item: { ...item, seq: last + 1, outbox },
          order: last + 1,
          state: 'waiting',
          savedAt: now(),
          notBefore: now() + hold,
          attempts: 0,
          message: null,
          ...sender,
        };
        entries.put(outbox, SELF);
        entries.put(last + 1, COUNTER);
        entries.put(entry, ENTRY + item.id);
        await promisifyRequest(entries.transaction);
        return entry;
      });
      await Promise.all([copies.keep(item.id, saved), copies.keep(COUNTER, saved.order)]);
      return saved;
    },

    async list() {
      const kept = await use('readonly', (entries) =>
        promisifyRequest<unknown[]>(entries.getAll(allEntries())),
      );
      return kept
        .flatMap((entry) => {
          const parsed = outboxEntry.safeParse(entry);
          return parsed.success ? [parsed.data] : [];
        })
        .sort((a, b) => a.order - b.order);
    },

    async undo(id) {
      let undone = false;
      let left: OutboxEntry | null = null;
      // The copy first: what is broken off in between was not taken back, and it never comes back afterwards.
      await copies.drop([id]);
      await amend([id], (entry) => {
        undone = isUndoable(entry);
        left = undone ? null : entry;
        return undone ? null : undefined;
      });
      if (left) await copies.keep(id, left);
      return undone;
    },

    claim: (ids) =>
      amend(ids, (entry) =>
        isDue(entry, now())
          ? { ...entry, state: 'sending', attempts: entry.attempts + 1 }
          : undefined,
      ),

    async settle(words) {
      const said = new Map(words.map((word) => [word.id, word]));
      await amend([...said.keys()], (entry) => {
        const word = said.get(entry.item.id);
        if (!word) return undefined;
        const { outcome, message } = word;
        if (isThere(outcome)) return null;
        if (outcome === 'refused') return { ...entry, state: 'parked', message };
        return waitingAgain(entry, message, backOff(entry.attempts, random()));
      });
      const there = words.flatMap(({ id, outcome }) => (isThere(outcome) ? [id] : []));
      // One that stays is at worst sent again, which the store knows by its id.
      await copies.drop(there).catch(() => undefined);
    },

    async postpone(ids, message, wait) {
      await amend(ids, (entry) =>
        waitingAgain(entry, message, wait ?? backOff(entry.attempts, random())),
      );
    },

    async turnAway(id, message) {
      await amend([id], (entry) => {
        const turnedAway = (entry.turnedAway ?? 0) + 1;
        return turnedAway < MOST_TURNED_AWAY
          ? waitingAgain({ ...entry, turnedAway }, message, backOff(turnedAway, random()))
          : { ...entry, turnedAway, state: 'parked', message: TURNED_AWAY };
      });
    },

    async revive(id, sender) {
      await amend([id], (entry) => ({
        ...entry,
        ...(sender?.store === entry.store ? sender : {}),
        state: 'waiting',
        notBefore: now(),
        turnedAway: 0,
        message: null,
      }));
    },

    async drop(id) {
      await copies.drop([id]);
      await amend([id], () => null);
    },
  };

  /** Whoever comes late with no answer, or with a worse one, does not undo what was answered to another. */
  function waitingAgain(
    entry: OutboxEntry,
    message: string | null,
    wait: number,
  ): OutboxEntry | undefined {
    if (entry.state === 'parked') return undefined;
    return { ...entry, state: 'waiting', notBefore: now() + wait, message };
  }
}

/** Whether the store has it, now or from an earlier try. */
const isThere = (outcome: Word['outcome']): boolean =>
  outcome === 'stored' || outcome === 'duplicate';
