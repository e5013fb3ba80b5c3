/** The outbox as a live value for pages: read from the disk, again after every announcement. */

import type { Problem } from '../contract/problem.ts';
import type { OutboxEntry } from '../feedback/entry.ts';
import type { Outbox } from '../feedback/outbox.ts';
import { onAnnounced } from '../platform/announce.ts';
import { type Cell, cell } from '../platform/cell.ts';
import { lastProblem } from './last-problem.ts';

export interface OutboxNow {
  entries: OutboxEntry[];
  lastProblem: Problem | null;
  /** It could not be read last time: `entries` may not be all there is. */
  isUnread: boolean;
}

/** @returns the cell, and a function that reads again at once */
export function outboxCell(
  outbox: Outbox,
  signal: AbortSignal,
): {
  now: Cell<OutboxNow>;
  read(): Promise<void>;
} {
  const now = cell<OutboxNow>({ entries: [], lastProblem: null, isUnread: false });
  let begun = 0;
  let shown = 0;
  const read = async () => {
    begun += 1;
    const own = begun;
    const [entries, problem] = await Promise.all([
      outbox.list(),
      // Out of reach once the extension was updated under this page; the outbox itself still is.
      lastProblem().catch(() => null),
    ]);
    // What was read earlier and comes later would take back what was just said.
    if (own < shown) return;
    shown = own;
    now.set({ entries, lastProblem: problem, isUnread: false });
  };
  // What cannot be read now is read with the next change; until then the page shows what it knew, and that it may not be all.
  const readIfPossible = () => void read().catch(() => now.set({ ...now.get(), isUnread: true }));
  onAnnounced('outbox', readIfPossible, signal);
  readIfPossible();
  return { now, read };
}
