/** After midnight (UTC): leads whose points are others today although nothing happened, because what they did fades. */

import { dayOf } from '../../lib/score/counters.ts';
import type { Db } from '../db/database.ts';
import type { Store } from '../http/context.ts';
import { currentDefinition } from '../leads/definition.ts';
import { chunkSize, scoreAgain } from './score-again.ts';
import type { Turn } from './turn.ts';

/** Only leads whose day has come are touched: of most the points stay the same for weeks. */
export async function sweep(store: Store, wsId: string, turn: Turn): Promise<void> {
  const definition = await currentDefinition(store.db, wsId);
  while (await turn.mayGoOn()) {
    const ids = await stale(store.db, wsId, dayOf(store.now()), chunkSize());
    if (ids.length === 0) return;
    await scoreAgain(store, wsId, ids, definition);
  }
}

async function stale(db: Db, wsId: string, today: number, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('lead')
    .where('ws_id', '=', wsId)
    .where('merged_into', 'is', null)
    .where('stale_on', '<=', today)
    .select('lead_id')
    .orderBy('stale_on')
    .orderBy('lead_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.lead_id);
}
