/** The outbox's rows on the disk, made whole again where a browser lost its database or went back to an earlier one. */
import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { SecondCopies } from '../platform/second-copy.ts';
import { type OutboxEntry, outboxEntry } from './entry.ts';

export const ENTRY = 'entry:';
/** How many entries this browser has ever saved. */
export const COUNTER = 'order';
/** Whose count it is, for a store that hears of several browsers of one person. */
export const SELF = 'outbox';

/** All entries, by their keys. */
export const allEntries = () => IDBKeyRange.bound(ENTRY, `${ENTRY}\uFFFF`);

/**
 * The same store, of which nothing is read or written before it is whole. Of what is in the outbox there is a copy until it has
 * left; a copy without its entry is one that the database has lost, and it is put back as it was said, to be sent. The store knows
 * the ids of those it has.
 *
 * @param onPutBack given, reading does not wait for that, and this is called when there is more to read: what paints cannot wait
 */
export function wholeStore(
  use: UseStore,
  copies: SecondCopies,
  onPutBack: (() => void) | null,
): UseStore {
  let whole: Promise<void> | null = null;
  const makeWhole = async () => {
    const [keys, [counted]] = await Promise.all([copies.keys(), copies.get([COUNTER])]);
    const here = await use('readonly', async (entries) => ({
      count: await countIn(entries),
      keys: new Set(await promisifyRequest(entries.getAllKeys(allEntries()))),
    }));
    const missing = keys.filter((key) => key !== COUNTER && !here.keys.has(ENTRY + key));
    const before = Number(counted) || 0;
    if (missing.length === 0 && before <= here.count) return;
    const lost = (await copies.get(missing)).flatMap((value): OutboxEntry[] => {
      const parsed = outboxEntry.safeParse(value);
      return parsed.success ? [parsed.data] : [];
    });
    await use('readwrite', (entries) => putBack(entries, lost, before));
    onPutBack?.();
  };
  return async (mode, callback) => {
    // What cannot be looked at now is looked at again; whoever wants to save something is told by saving it.
    whole ??= makeWhole().catch(() => {
      whole = null;
    });
    if (mode === 'readwrite' || !onPutBack) await whole;
    return use(mode, callback);
  };
}

const countIn = async (entries: IDBObjectStore) =>
  Number(await promisifyRequest<unknown>(entries.get(COUNTER))) || 0;

/** @param before how far this browser had counted */
async function putBack(
  entries: IDBObjectStore,
  lost: readonly OutboxEntry[],
  before: number,
): Promise<void> {
  // Another page may have been quicker.
  const count = await countIn(entries);
  for (const entry of lost) {
    const there = await promisifyRequest<unknown>(entries.get(ENTRY + entry.item.id));
    if (there === undefined) entries.put(entry, ENTRY + entry.item.id);
  }
  entries.put(Math.max(count, before, ...lost.map(({ order }) => order)), COUNTER);
  // What was counted in between is not known: nobody is to count the same twice under one name.
  if (before > count) entries.delete(SELF);
  await promisifyRequest(entries.transaction);
}
