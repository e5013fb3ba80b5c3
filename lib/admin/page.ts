/**
 * lib/admin: what the page “Your store” shows and does: who is in, what comes in, what goes out, what is forgotten.
 *
 * In: the connection, the store's answers. Out: one cell per room for React, and acts that resolve to results. The page asks the
 * store itself; files and long lists need no way round through the worker.
 */
import type { Result } from '../contract/problem.ts';
import { onAnnounced } from '../platform/announce.ts';
import { cell } from '../platform/cell.ts';
import { type Connection, connectionStore } from '../platform/connection.ts';
import { withConnection } from '../sync/pair.ts';
import { createStoreClient, type StoreClient } from '../sync/store-client.ts';

/** Asks the store as whoever is connected. */
export type Call = <T>(use: (client: StoreClient) => Promise<Result<T>>) => Promise<Result<T>>;

/** Opens what the page needs. Lives as long as the page. */
export function openStorePage() {
  const life = new AbortController();
  const connections = connectionStore();
  /** Undefined until it has been read. */
  const connection = cell<Connection | null | undefined>(undefined);
  const read = async () => connection.set(await connections.read());
  void read();
  onAnnounced('connection', () => void read(), life.signal);
  const call: Call = (use) =>
    withConnection(connections, (connected) => use(createStoreClient(connected)));
  return { connection, call };
}
