/**
 * server/intake: what came and could not be kept, with the reason, so that nothing is silently dropped.
 *
 * In: items that a door refused. Out: lines for whoever looks after the sources, each to be tried again (a later release may
 * understand it) or dropped. Kept for 30 days and bounded, because anybody with a write key of a website can fill it.
 */

import { cutLine, storable } from '../../lib/contract/text.ts';
import type { KnownSource } from '../access/known-sources.ts';
import { retrying } from '../db/retry.ts';
import type { Store } from '../http/context.ts';
import { eventIdOf } from '../ingest/event-id.ts';

/** More of one request are not written down one by one; the answer to the request says how many there were. */
const MOST_PER_REQUEST = 100;
/** The largest message there is. What is longer is shown in part and cannot be tried again. */
const MOST_CHARS = 32 * 1024;

export interface RefusedItem {
  /** As it came; of what cannot be tried again, a text is shown as it is. */
  item: unknown;
  reason: string;
  replayable: boolean;
}

/** The same item with the same reason is one line, however often it is sent. */
export async function keepRefused(
  store: Store,
  source: Pick<KnownSource, 'wsId' | 'sourceId'>,
  refused: readonly RefusedItem[],
): Promise<void> {
  if (refused.length === 0) return;
  store.metrics.refused(refused.length);
  const at = new Date(store.now());
  const rows = refused.slice(0, MOST_PER_REQUEST).map(({ item, reason, replayable }) => {
    // What may be tried again is read again as JSON; a batch may have texts in it, too.
    const text = typeof item === 'string' && !replayable ? item : jsonOf(item);
    return {
      intake_id: eventIdOf(source.wsId, source.sourceId, `refused ${reason} ${text}`),
      ws_id: source.wsId,
      source_id: source.sourceId,
      at,
      reason: cutLine(reason),
      excerpt: cutLine(text.slice(0, 2000)),
      item: replayable && text.length <= MOST_CHARS ? storable(text) : null,
    };
  });
  // In order, so that two requests with the same mistakes wait for each other only one way round.
  const ordered = new Map(rows.map((row) => [row.intake_id, row]));
  const values = [...ordered.values()].sort((a, b) => (a.intake_id < b.intake_id ? -1 : 1));
  await retrying(() =>
    store.db
      .insertInto('intake')
      .values(values)
      .onConflict((conflict) => conflict.columns(['intake_id', 'ws_id']).doNothing())
      .execute(),
  );
}

/** Nested deeply enough, JSON.stringify fails. */
function jsonOf(item: unknown): string {
  try {
    return JSON.stringify(item) ?? 'null';
  } catch {
    return '"nested too deeply"';
  }
}
