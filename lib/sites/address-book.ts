/**
 * Where records were seen: the address of each, as the browser itself said it of the tab. A page is never asked, and the book is
 * out of its reach, in the extension's own database.
 */
import { del, get, type UseStore, update } from 'idb-keyval';
import * as z from 'zod/mini';
import type { CrmRecord } from '../contract/record.ts';
import { recordKey } from '../contract/record-key.ts';
import { strictStore } from '../platform/strict-store.ts';

/** A few weeks of somebody's leads; what was seen longest ago makes room. */
const MOST = 500;
/** Addresses beyond this are some page's state and not worth coming back to. */
const LONGEST = 2000;
const BOOK = 'book';

/** Newest first. */
const book = z.array(z.tuple([z.string(), z.url()]));
type Book = z.infer<typeof book>;

export interface AddressBook {
  note(record: CrmRecord, address: URL): Promise<void>;
  find(record: CrmRecord): Promise<URL | null>;
  forgetAll(): Promise<void>;
}

/** @param use where it is kept; tests give their own */
export function addressBook(use: UseStore = strictStore('truce-addresses')): AddressBook {
  return {
    async note(record, { href }) {
      if (href.length > LONGEST) return;
      const key = recordKey(record);
      await update<unknown>(
        BOOK,
        (kept) => {
          const others = read(kept).filter(([other]) => other !== key);
          return [[key, href], ...others].slice(0, MOST);
        },
        use,
      );
    },
    async find(record) {
      const key = recordKey(record);
      const found = read(await get(BOOK, use)).find(([each]) => each === key);
      return found ? new URL(found[1]) : null;
    },
    forgetAll: () => del(BOOK, use),
  };
}

function read(kept: unknown): Book {
  const parsed = book.safeParse(kept ?? []);
  return parsed.success ? parsed.data : [];
}
