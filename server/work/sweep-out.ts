/** Once an hour: what left the store and is not asked for any more. */
import { sweepChanges } from '../changes/sweep.ts';
import type { Db } from '../db/database.ts';
import { sweepDeliveries } from '../hooks/sweep.ts';
import type { Store } from '../http/context.ts';
import type { Turn } from './turn.ts';

const EVERY_MS = 3_600_000;

/** When each workspace was last swept, by the process's own clock. */
const swept = new WeakMap<Db, Map<string, number>>();

export async function sweepOut(store: Store, wsId: string, turn: Turn): Promise<void> {
  const own = swept.get(store.db) ?? new Map<string, number>();
  swept.set(store.db, own);
  const last = own.get(wsId) ?? Number.NEGATIVE_INFINITY;
  if (performance.now() - last < EVERY_MS) return;
  const isWhole = await sweepChanges(store.db, wsId, turn.mayGoOn);
  if (!isWhole || (await sweepDeliveries(store.db, wsId, store.now())) > 0) return;
  own.set(wsId, performance.now());
}
