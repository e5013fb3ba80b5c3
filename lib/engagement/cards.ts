/**
 * lib/engagement: what marketing knows of a lead: kept here, asked of the store.
 *
 * In: a record or a lead id. Out: a card, from the disk at once and from the store as soon as it answers.
 * The worker writes, the frames read: the sidebar paints what was seen before while the worker still wakes up.
 */
import { clear, del, entries, get, set, type UseStore } from 'idb-keyval';
import * as z from 'zod/mini';
import { type LeadCard, leadCard } from '../contract/lead.ts';
import type { CrmRecord } from '../contract/record.ts';
import { recordKey } from '../contract/record-key.ts';
import { begun, cardNamed } from '../platform/ahead.ts';
import { managedNow } from '../platform/managed.ts';
import { strictStore } from '../platform/strict-store.ts';
import { CARD, CARDS, RECORD, storedCard } from './stored-card.ts';

/** Kept this long after it was last seen: a rep's working set, not a copy of the database. */
const KEEP_DAYS = 14;
const DAY_MS = 86_400_000;
const KEEP_MS = KEEP_DAYS * DAY_MS;

/** What the organisation wants kept. Asked where cards are written and tidied, and not on the way to the first paint. */
const daysKept = async () => (await managedNow()).keepDays ?? KEEP_DAYS;

const kept = z.object({ card: leadCard, seenAt: z.number() });
export type KeptCard = z.infer<typeof kept>;

export interface Cards {
  /** @returns the card last seen on this record, or null */
  ofRecord(record: CrmRecord): Promise<KeptCard | null>;
  ofLead(leadId: string): Promise<KeptCard | null>;
  /** @returns the lead last seen on this record, however long ago */
  leadOf(record: CrmRecord): Promise<string | null>;
  keep(card: LeadCard, record: CrmRecord | null): Promise<void>;
  /** The store says it knows nobody on this record (any more). */
  forgetRecord(record: CrmRecord): Promise<void>;
  forgetAll(): Promise<void>;
  /** How many cards are kept and when the oldest was seen. Drops those that are too old. */
  count(): Promise<{ leads: number; oldestAt: number | null }>;
}

/** @param use where cards are kept; tests give their own */
export function cardCache(
  use: UseStore = strictStore(CARDS),
  now = Date.now,
  days: () => Promise<number> = daysKept,
): Cards {
  const read = (stored: unknown): KeptCard | null => {
    const found = kept.safeParse(stored);
    return found.success && now() - found.data.seenAt < KEEP_MS ? found.data : null;
  };
  const leadOf = async (record: CrmRecord): Promise<string | null> => {
    const leadId: unknown = await get(RECORD + recordKey(record), use);
    return typeof leadId === 'string' ? leadId : null;
  };
  return {
    leadOf,
    ofLead: async (leadId) => read(await get(CARD + leadId, use)),
    async ofRecord(record) {
      return read(await (begun(cardNamed(recordKey(record))) ?? storedCard(record, use)));
    },
    async keep(card, record) {
      if ((await days()) === 0) return;
      await set(CARD + card.leadId, { card, seenAt: now() }, use);
      if (record) await set(RECORD + recordKey(record), card.leadId, use);
    },
    forgetRecord: (record) => del(RECORD + recordKey(record), use),
    forgetAll: () => clear(use),
    async count() {
      let oldestAt: number | null = null;
      let leads = 0;
      const keepMs = (await days()) * DAY_MS;
      for (const [key, value] of await entries<string, unknown>(use)) {
        if (!key.startsWith(CARD)) continue;
        const found = kept.safeParse(value);
        if (!found.success || now() - found.data.seenAt >= keepMs) await del(key, use);
        else {
          leads += 1;
          oldestAt = Math.min(oldestAt ?? Number.POSITIVE_INFINITY, found.data.seenAt);
        }
      }
      return { leads, oldestAt };
    },
  };
}
