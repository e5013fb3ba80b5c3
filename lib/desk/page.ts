/**
 * lib/desk: what the extension's own pages (options, popup, review desk) share: the connection and the outbox, live.
 *
 * In: the disk, announcements. Out: cells for React, and the one outbox these pages write to.
 */
import { openOutbox } from '../feedback/open-outbox.ts';
import { onAnnounced } from '../platform/announce.ts';
import { cell } from '../platform/cell.ts';
import { type Connection, connectionStore } from '../platform/connection.ts';
import { outboxCell } from '../sync/outbox-cell.ts';

/** Opens what a page needs. Lives as long as the page. */
export function openDeskPage() {
  const life = new AbortController();
  const connections = connectionStore();
  /** Undefined until it has been read. */
  const connection = cell<Connection | null | undefined>(undefined);
  const outbox = openOutbox();
  const sending = outboxCell(outbox, life.signal);
  const read = async () => connection.set(await connections.read());
  void read();
  onAnnounced('connection', () => void read(), life.signal);
  return { connection, connections, outbox, sending, signal: life.signal };
}
