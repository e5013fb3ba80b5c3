/**
 * Cards that this frame has shown, for as long as it lives: whoever goes back and forth between records sees the next one with
 * the first painting, without a look at the disk.
 */
import type { CrmRecord } from '../contract/record.ts';
import { recordKey } from '../contract/record-key.ts';
import type { KeptCard } from './cards.ts';

/** As many as somebody goes through in an hour; a card is some kilobytes. */
const MOST = 50;

export interface CardMemory {
  of(record: CrmRecord): KeptCard | null;
  note(record: CrmRecord, kept: KeptCard): void;
  /** The store says it knows nobody on this record (any more). */
  forget(record: CrmRecord): void;
  /** What one person could see is nobody else's. */
  clear(): void;
}

export function cardMemory(): CardMemory {
  const cards = new Map<string, KeptCard>();
  return {
    of: (record) => cards.get(recordKey(record)) ?? null,
    note(record, kept) {
      const key = recordKey(record);
      cards.delete(key);
      cards.set(key, kept);
      const [oldest] = cards.keys();
      if (cards.size > MOST && oldest !== undefined) cards.delete(oldest);
    },
    forget: (record) => void cards.delete(recordKey(record)),
    clear: () => cards.clear(),
  };
}
