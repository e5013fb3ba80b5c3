/** Saves what people say, lets them take it back for ten seconds, and asks the worker to send it. */
import type { FeedbackItem } from '../contract/feedback.ts';
import { done, failed, type Result } from '../contract/problem.ts';
import type { Ask } from '../messaging/ask.ts';
import { type Cell, cell } from '../platform/cell.ts';
import { type Connection, senderOf } from '../platform/connection.ts';
import type { OutboxEntry } from './entry.ts';
import type { Outbox } from './outbox.ts';

export interface Speaker {
  /** What can still be taken back; null after ten seconds. */
  undoable: Cell<{ id: string; leadId: string; label: string; until: number } | null>;
  /**
   * Resolves when it is on the disk: only then may anything say "saved". `label` names it in the undo bar. `instead` is the id
   * of what it says again, which is taken back if it has not left.
   */
  say(item: FeedbackItem, label: string | null, instead?: string): Promise<Result<null>>;
  /** Takes the last one back. False when it had left already. */
  undo(): Promise<boolean>;
}

export interface SpeakerOptions {
  outbox: Outbox;
  connection(): Promise<Connection | null>;
  ask: Ask;
  /** Called after each change of the outbox made here; tells every page, this one included. */
  onChange(): Promise<void>;
  later?: (then: () => void, ms: number) => void;
}

export function speaker(options: SpeakerOptions): Speaker {
  const { outbox, connection, ask, onChange } = options;
  const later = options.later ?? ((then, ms) => void setTimeout(then, ms));
  const undoable: Speaker['undoable'] = cell(null);

  const save = async (item: FeedbackItem, hold: number | undefined): Promise<OutboxEntry> => {
    const sender = await connection();
    if (!sender) throw new Error('not connected');
    return outbox.add(item, senderOf(sender), hold);
  };

  return {
    undoable,
    async say(item, label, instead) {
      let entry: OutboxEntry;
      try {
        entry = await save(item, label === null ? 0 : undefined);
      } catch {
        return failed(
          'store-error',
          'Not saved',
          'This browser would not write it to disk: it may be full, or Truce was disconnected. Nothing you typed is lost; try again.',
        );
      }
      // From here on it is on the disk and will be sent: whoever was told “not saved” would say it twice.
      if (instead !== undefined) await outbox.undo(instead).catch(() => false);
      if (label !== null) offerUndo(entry, label);
      // What is shown must know of it before the button can be pressed again.
      await onChange().catch(() => undefined);
      // Wakes the worker now, so that its alarm is set should this page close within the ten seconds.
      void ask('outbox.drain', {});
      return done(null);
    },
    async undo() {
      const last = undoable.get();
      if (!last) return false;
      // It looks taken back only once it is: whoever goes on to the next page at that moment must be right.
      const undone = await outbox.undo(last.id).catch(() => false);
      if (undoable.get()?.id === last.id) undoable.set(null);
      await onChange();
      return undone;
    },
  };

  function offerUndo(entry: OutboxEntry, label: string) {
    const { id, leadId } = entry.item;
    undoable.set({ id, leadId, label, until: entry.notBefore });
    later(() => {
      if (undoable.get()?.id === id) undoable.set(null);
      void ask('outbox.drain', {});
    }, entry.notBefore - entry.savedAt);
  }
}
