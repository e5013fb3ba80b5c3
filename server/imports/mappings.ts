/** Mappings that a team has saved under a name, so that next month's export is one click. */
import * as z from 'zod/mini';
import { mappingList, mappingRequest, savedMapping } from '../../lib/contract/imports.ts';
import { done, failed } from '../../lib/contract/problem.ts';
import { uuid } from '../../lib/contract/text.ts';
import type { Store } from '../http/context.ts';
import { type Route, route } from '../http/route.ts';
import { json } from './jobs.ts';

const MOST = 200;

const listRoute = route({
  method: 'GET',
  path: '/api/mappings',
  role: 'marketer',
  answer: mappingList,
  handle: async ({ store, asker }) => done(await mappingsOf(store, asker.wsId)),
});

const saveRoute = route({
  method: 'POST',
  path: '/api/mappings',
  role: 'marketer',
  input: mappingRequest,
  answer: savedMapping,
  handle: async ({ store, asker, input }) => {
    const { mappings } = await mappingsOf(store, asker.wsId);
    if (mappings.length >= MOST) {
      return failed(
        'conflict',
        'There are too many mappings',
        `A team can keep ${MOST}. Delete those that nobody uses.`,
      );
    }
    const mappingId = store.newId();
    await store.db
      .insertInto('import_mapping')
      .values({
        ws_id: asker.wsId,
        mapping_id: mappingId,
        name: input.name,
        mapping: json(input.mapping),
        created_at: new Date(store.now()),
      })
      .execute();
    return done({ mappingId, ...input });
  },
});

const dropRoute = route({
  method: 'DELETE',
  path: '/api/mappings/:mappingId',
  role: 'marketer',
  params: z.object({ mappingId: uuid }),
  answer: mappingList,
  handle: async ({ store, asker, params: { mappingId } }) => {
    const { numDeletedRows } = await store.db
      .deleteFrom('import_mapping')
      .where('ws_id', '=', asker.wsId)
      .where('mapping_id', '=', mappingId)
      .executeTakeFirst();
    return numDeletedRows > 0n
      ? done(await mappingsOf(store, asker.wsId))
      : failed('not-found', 'There is no such mapping', 'Look at the list of mappings again.');
  },
});

async function mappingsOf(store: Store, wsId: string): Promise<z.infer<typeof mappingList>> {
  const rows = await store.db
    .selectFrom('import_mapping')
    .where('ws_id', '=', wsId)
    .selectAll()
    .orderBy('name')
    .orderBy('mapping_id')
    .limit(MOST)
    .execute();
  return {
    mappings: rows.map(({ mapping_id, name, mapping }) => ({
      mappingId: mapping_id,
      name,
      mapping,
    })),
  };
}

export const mappingRoutes: Route[] = [listRoute, saveRoute, dropRoute];
