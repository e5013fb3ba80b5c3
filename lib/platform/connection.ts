/** Which store this browser is connected to, and as whom. */
import { del, get, set, type UseStore, update } from 'idb-keyval';
import * as z from 'zod/mini';
import { member } from '../contract/access.ts';
import { type SecondCopies, secondCopies } from './second-copy.ts';
import { strictStore } from './strict-store.ts';

/** The token is in the extension's own IndexedDB: `storage.local` can be read by content scripts, this cannot. */
const connection = z.object({
  /** Origin of the store, `https://truce.acme.example`. */
  store: z.string(),
  token: z.string(),
  member,
  /** Set when the store refused the token: verdicts are kept, and a new code is needed. */
  refused: z._default(z.boolean(), false),
});
export type Connection = z.infer<typeof connection>;

export interface ConnectionStore {
  read(): Promise<Connection | null>;
  /** The store no longer takes this token. Does nothing when another connection has been made meanwhile. */
  refuse(token: string): Promise<void>;
  write(value: Connection): Promise<void>;
  forget(): Promise<void>;
}

const NAME = 'truce-connection';
const KEY = 'connection';

/**
 * @param use where it is kept; tests give their own
 * @param copies where it is kept a second time: without it nothing that was said is sent
 */
export function connectionStore(
  use: UseStore = strictStore(NAME),
  copies: SecondCopies = secondCopies(NAME),
): ConnectionStore {
  /** A browser that has lost its database, but not the copy, is connected as before. */
  const putBack = async (): Promise<Connection | null> => {
    const [kept] = await copies.get([KEY]).catch(() => []);
    const copy = connection.safeParse(kept);
    if (!copy.success) return null;
    await set(KEY, copy.data, use).catch(() => undefined);
    return copy.data;
  };
  return {
    async read() {
      const found = await get<unknown>(KEY, use);
      if (found === undefined) return putBack();
      const kept = connection.safeParse(found);
      return kept.success ? kept.data : null;
    },
    async refuse(token) {
      await update<unknown>(
        KEY,
        (kept) => {
          const now = connection.safeParse(kept);
          return now.success && now.data.token === token ? { ...now.data, refused: true } : kept;
        },
        use,
      );
    },
    async write(value) {
      await copies.drop([KEY]);
      await set(KEY, value, use);
      await copies.keep(KEY, value);
    },
    /** The copy first: a browser that is broken off in between stays connected, instead of coming back as one it left. */
    async forget() {
      await copies.drop([KEY]);
      await del(KEY, use);
    },
  };
}

/** @returns to which store and as whom this connection speaks */
export function senderOf({ store, member: { memberId } }: Connection) {
  return { store, memberId };
}
