/** The outbox's rows on the disk, made whole again where a browser lost its database. */
import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { SecondCopies } from '../platform/second-copy.ts';
import { type OutboxEntry, outboxEntry } from './entry.ts';

export const ENTRY = 'entry:';
/** How many entries this browser has ever saved. */
export const COUNTER = 'order';

/**
 * The same store, of which nothing is read or written before it is whole: where it has never counted anything, but copies of
 * entries are there, the database was lost with them in it. They are put back as they were said, to be sent; the store knows
 * the ids of those it has.
 */
export function wholeStore(use: UseStore, copies: SecondCopies): UseStore {
  let whole: Promise<void> | null = null;
  const makeWhole = async () => {
    const count = await use('readonly', (entries) => promisifyRequest(entries.get(COUNTER)));
    if (count !== undefined) return;
    const kept = (await copies.all()).flatMap((value): OutboxEntry[] => {
      const parsed = outboxEntry.safeParse(value);
      return parsed.success ? [parsed.data] : [];
    });
    if (kept.length > 0) await use('readwrite', (entries) => putBack(entries, kept));
  };
  return async (mode, callback) => {
    // What cannot be looked at now is looked at again; whoever wants to save something is told by saving it.
    whole ??= makeWhole().catch(() => {
      whole = null;
    });
    await whole;
    return use(mode, callback);
  };
}

async function putBack(entries: IDBObjectStore, kept: readonly OutboxEntry[]): Promise<void> {
  // Another page may have been quicker.
  const last = Number(await promisifyRequest<unknown>(entries.get(COUNTER))) || 0;
  for (const entry of kept) {
    const there = await promisifyRequest<unknown>(entries.get(ENTRY + entry.item.id));
    if (there === undefined) entries.put(entry, ENTRY + entry.item.id);
  }
  entries.put(Math.max(last, ...kept.map(({ order }) => order)), COUNTER);
  await promisifyRequest(entries.transaction);
}
