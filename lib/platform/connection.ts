/** Which store this browser is connected to, and as whom. */
import { del, get, set, type UseStore, update } from 'idb-keyval';
import * as z from 'zod/mini';
import { member } from '../contract/access.ts';
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

/** @param use where it is kept; tests give their own */
export function connectionStore(use: UseStore = strictStore('truce-connection')): ConnectionStore {
  return {
    async read() {
      const kept = connection.safeParse(await get('connection', use));
      return kept.success ? kept.data : null;
    },
    async refuse(token) {
      await update<unknown>(
        'connection',
        (kept) => {
          const now = connection.safeParse(kept);
          return now.success && now.data.token === token ? { ...now.data, refused: true } : kept;
        },
        use,
      );
    },
    write: (value) => set('connection', value, use),
    forget: () => del('connection', use),
  };
}

/** @returns to which store and as whom this connection speaks */
export function senderOf({ store, member: { memberId } }: Connection) {
  return { store, memberId };
}
