/** Scores under a new definition: all leads whose points were made with another one, with progress for people to see. */
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { Store } from '../http/context.ts';
import { currentDefinition } from '../leads/definition.ts';
import { beginRescoring, outdated } from '../leads/rescoring.ts';
import { chunkSize, scoreAgain } from './score-again.ts';
import type { Turn } from './turn.ts';

/**
 * Also what brings a database of an older release up to date, whose leads were never scored from counters. Which leads are
 * left is read from the leads themselves, so nothing is lost when a process dies in between.
 */
export async function rescoreAll(store: Store, wsId: string, turn: Turn): Promise<void> {
  const definition = await currentDefinition(store.db, wsId);
  const { version } = definition;
  while (await turn.mayGoOn()) {
    const ids = await left(store.db, wsId, version, chunkSize());
    if (ids.length === 0) return finish(store, wsId, version);
    await beginRescoring(store.db, wsId, version, store.now());
    await scoreAgain(store, wsId, ids, definition, (tx) =>
      tx
        .updateTable('rescoring')
        .set((eb) => ({ done: eb.fn<number>('least', ['total', eb('done', '+', ids.length)]) }))
        .where('ws_id', '=', wsId)
        .where('version', '=', version)
        .execute(),
    );
  }
}

async function left(db: Db, wsId: string, version: number, limit: number): Promise<string[]> {
  const { rows } = await sql<{ lead_id: string }>`select lead_id from lead
    where ${outdated(wsId, version)}
    order by coalesce(scored_version, 0), lead_id limit ${limit}`.execute(db);
  return rows.map((row) => row.lead_id);
}

/** Leads that changed meanwhile were scored by what changed them, so the count of this work alone may fall short. */
async function finish(store: Store, wsId: string, version: number): Promise<void> {
  await store.db
    .updateTable('rescoring')
    .set((eb) => ({ done: eb.ref('total'), finished_at: new Date(store.now()) }))
    .where('ws_id', '=', wsId)
    .where('version', '<=', version)
    .where('finished_at', 'is', null)
    .execute();
}
