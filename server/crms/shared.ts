/**
 * server/crms: what a team knows about CRMs: those it taught Truce, and repaired selectors for those Truce knows.
 *
 * In: recipes from administrators, a signed file from whoever runs the store. Out: both, to every member. The store
 * reads neither: recipes are checked for their shape, repairs are passed on as they are.
 *
 * This file: `GET /api/crms`, `PUT` and `DELETE /api/crms/:id`.
 */
import * as z from 'zod/mini';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import type { Recipe } from '../../lib/contract/recipe.ts';
import { crmId } from '../../lib/contract/record.ts';
import { SHARING, shareAnswer, sharedCrms, shareRequest } from '../../lib/contract/shared-crms.ts';
import { writeDown } from '../access/audit.ts';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import { inTransaction } from '../db/retry.ts';
import type { Store } from '../http/context.ts';
import { route } from '../http/route.ts';

const params = z.object({ id: crmId });

export const crmsRoute = route({
  method: 'GET',
  path: '/api/crms',
  role: 'rep',
  answer: sharedCrms,
  handle: async ({ store, asker }) => {
    const [crms, repairs] = await Promise.all([sharedIn(store.db, asker.wsId), store.repairs()]);
    return done({ crms, repairs });
  },
});

export const shareCrmRoute = route({
  method: 'PUT',
  path: '/api/crms/:id',
  role: 'admin',
  params,
  input: shareRequest,
  answer: shareAnswer,
  handle: async ({ store, asker, params: { id }, input }) => {
    if (input.id !== id) {
      return failed(
        'bad-request',
        'This is the recipe of another CRM',
        `Its id is “${input.id}”; send it to /api/crms/${input.id}.`,
        { field: 'id' },
      );
    }
    const row = {
      ws_id: asker.wsId,
      crm: id,
      member_id: asker.member.memberId,
      shared_at: new Date(store.now()),
    };
    return kept(store, row, input);
  },
});

export const unshareCrmRoute = route({
  method: 'DELETE',
  path: '/api/crms/:id',
  role: 'admin',
  params,
  answer: shareAnswer,
  handle: async ({ store, asker, params: { id } }) => {
    const { wsId, member } = asker;
    const shared = await inTransaction(store.db, async (tx) => {
      const { numDeletedRows } = await tx
        .deleteFrom('shared_crm')
        .where('ws_id', '=', wsId)
        .where('crm', '=', id)
        .executeTakeFirst();
      if (numDeletedRows === 0n) return false;
      const deed = { wsId, memberId: member.memberId, what: id };
      await writeDown(tx, store, { ...deed, action: 'crm.unshared' });
      return true;
    });
    return shared
      ? done({ id })
      : failed('not-found', 'Your team does not share this CRM', 'Nothing had to be done.');
  },
});

async function sharedIn(db: Db, wsId: string): Promise<z.infer<typeof sharedCrms>['crms']> {
  const rows = await db
    .selectFrom('shared_crm')
    .leftJoin('member', (join) =>
      join
        .onRef('member.ws_id', '=', 'shared_crm.ws_id')
        .onRef('member.member_id', '=', 'shared_crm.member_id'),
    )
    .where('shared_crm.ws_id', '=', wsId)
    .select(['shared_crm.crm', 'shared_crm.body', 'shared_crm.shared_at', 'member.name'])
    .orderBy('shared_crm.crm')
    .execute();
  return rows.map(({ crm, body, shared_at, name }) => ({
    id: crm,
    by: name,
    at: shared_at.toISOString(),
    recipe: body,
  }));
}

interface Row {
  ws_id: string;
  crm: string;
  member_id: string;
  shared_at: Date;
}

/** Replaces the recipe of the same id, or adds one while there is room. */
async function kept(store: Store, row: Row, recipe: Recipe): Promise<Result<{ id: string }>> {
  const body = toJson(recipe);
  if (Buffer.byteLength(body) > SHARING.recipeBytes) {
    return failed(
      'too-large',
      'This recipe is too large to share',
      `It may have ${SHARING.recipeBytes / 1000} kB. Take places out of it that are not needed.`,
    );
  }
  return inTransaction(store.db, async (tx) => {
    // Two administrators at once are one after the other, so that both count the same.
    await tx
      .selectFrom('workspace')
      .where('ws_id', '=', row.ws_id)
      .select('ws_id')
      .forUpdate()
      .execute();
    const others = await tx
      .selectFrom('shared_crm')
      .where('ws_id', '=', row.ws_id)
      .where('crm', '!=', row.crm)
      .select('crm')
      .execute();
    if (others.length >= SHARING.recipes) {
      return failed(
        'conflict',
        `Your team shares ${SHARING.recipes} CRMs already`,
        'Stop sharing one that nobody uses any more, then share this one.',
      );
    }
    const { ws_id, crm, member_id, shared_at } = row;
    await tx
      .insertInto('shared_crm')
      .values({ ...row, body })
      .onConflict((conflict) =>
        conflict.columns(['ws_id', 'crm']).doUpdateSet({ body, member_id, shared_at }),
      )
      .execute();
    const deed = { wsId: ws_id, memberId: member_id, what: crm };
    await writeDown(tx, store, { ...deed, action: 'crm.shared' });
    return done({ id: crm });
  });
}
