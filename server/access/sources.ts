/** `POST /api/sources`: a write key for one sender of events; and back from a write key to its source. */
import { sourceAnswer, sourceRequest } from '../../lib/contract/access.ts';
import { done } from '../../lib/contract/problem.ts';
import type { Db } from '../db/database.ts';
import { route } from '../http/route.ts';
import { hashed, newSecret } from './codes.ts';

export const sourceRoute = route({
  method: 'POST',
  path: '/api/sources',
  role: 'admin',
  input: sourceRequest,
  answer: sourceAnswer,
  handle: async ({ store, asker, input }) => {
    const writeKey = newSecret(store);
    const sourceId = store.newId();
    await store.db
      .insertInto('source')
      .values({
        key_hash: hashed(writeKey),
        ws_id: asker.wsId,
        source_id: sourceId,
        kind: input.kind,
        label: input.label,
        created_at: new Date(store.now()),
      })
      .execute();
    return done({ sourceId, writeKey });
  },
});

export interface Source {
  wsId: string;
  sourceId: string;
  label: string;
}

/** @returns the sender this write key was made for, or null */
export async function sourceByKey(db: Db, writeKey: string): Promise<Source | null> {
  const row = await db
    .selectFrom('source')
    .where('key_hash', '=', hashed(writeKey))
    .where('revoked_at', 'is', null)
    .select(['ws_id', 'source_id', 'label'])
    .executeTakeFirst();
  return row ? { wsId: row.ws_id, sourceId: row.source_id, label: row.label } : null;
}
