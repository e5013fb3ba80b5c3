/** What both sides decided: written down, done, taken back. */
import * as z from 'zod/mini';
import {
  type Decision,
  decision,
  decisionChange,
  decisionRequest,
} from '../../lib/contract/check-in.ts';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import { uuid } from '../../lib/contract/text.ts';
import type { Db } from '../db/database.ts';
import { route } from '../http/route.ts';

const params = z.object({ decisionId: uuid });

export const decideRoute = route({
  method: 'POST',
  path: '/api/check-in/decisions',
  role: 'rep',
  input: decisionRequest,
  answer: decision,
  handle: async ({ store, asker: { wsId, member }, input }) => {
    const { decisionId, text, owner, dueOn } = input;
    await store.db
      .insertInto('decision')
      .values({
        ws_id: wsId,
        decision_id: decisionId,
        member_id: member.memberId,
        at: new Date(store.now()),
        body: text,
        owner,
        due_at: dueOn === null ? null : new Date(dueOn),
      })
      // Said twice, by a client that did not hear the first answer.
      .onConflict((conflict) => conflict.columns(['ws_id', 'decision_id']).doNothing())
      .execute();
    return found(store.db, wsId, decisionId);
  },
});

export const changeDecisionRoute = route({
  method: 'PUT',
  path: '/api/check-in/decisions/:decisionId',
  role: 'rep',
  params,
  input: decisionChange,
  answer: decision,
  handle: async ({ store, asker: { wsId }, params: { decisionId }, input }) => {
    const changed = store.db
      .updateTable('decision')
      .set({ done_at: input.done ? new Date(store.now()) : null })
      .where('ws_id', '=', wsId)
      .where('decision_id', '=', decisionId);
    // Whoever says it again does not change when it was done.
    await (input.done ? changed.where('done_at', 'is', null) : changed).execute();
    return found(store.db, wsId, decisionId);
  },
});

export const dropDecisionRoute = route({
  method: 'DELETE',
  path: '/api/check-in/decisions/:decisionId',
  role: 'rep',
  params,
  answer: params,
  handle: async ({ store, asker: { wsId, member }, params: { decisionId } }) => {
    const own = store.db
      .deleteFrom('decision')
      .where('ws_id', '=', wsId)
      .where('decision_id', '=', decisionId);
    const isAdmin = member.role === 'admin';
    const { numDeletedRows } = await (isAdmin
      ? own
      : own.where('member_id', '=', member.memberId)
    ).executeTakeFirst();
    if (numDeletedRows > 0n) return done({ decisionId });
    const there = await found(store.db, wsId, decisionId);
    return there.ok ? notYours(there.value) : there;
  },
});

/** @returns those made in the span, and from before those that are not done; oldest first */
export async function decisionsOf(
  db: Db,
  wsId: string,
  { from, to }: { from: Date; to: Date },
): Promise<Decision[]> {
  const rows = await rowsOf(db, wsId)
    .where('decision.at', '<', to)
    .where((eb) => eb.or([eb('decision.at', '>=', from), eb('decision.done_at', 'is', null)]))
    .orderBy('decision.at')
    .orderBy('decision.decision_id')
    .execute();
  return rows.map(shown);
}

async function found(db: Db, wsId: string, decisionId: string): Promise<Result<Decision>> {
  const row = await rowsOf(db, wsId)
    .where('decision.decision_id', '=', decisionId)
    .executeTakeFirst();
  return row ? done(shown(row)) : NO_SUCH_DECISION;
}

function rowsOf(db: Db, wsId: string) {
  return db
    .selectFrom('decision')
    .leftJoin('member', (join) =>
      join
        .onRef('member.ws_id', '=', 'decision.ws_id')
        .onRef('member.member_id', '=', 'decision.member_id'),
    )
    .where('decision.ws_id', '=', wsId)
    .select([
      'decision.decision_id',
      'decision.at',
      'decision.body',
      'decision.owner',
      'decision.due_at',
      'decision.done_at',
      'member.name',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number];

function shown({ decision_id, at, body, owner, due_at, done_at, name }: Row): Decision {
  return {
    decisionId: decision_id,
    at: at.toISOString(),
    by: name ?? 'Somebody who left',
    text: body,
    owner,
    dueOn: due_at?.toISOString().slice(0, 10) ?? null,
    doneAt: done_at?.toISOString() ?? null,
  };
}

const NO_SUCH_DECISION = failed(
  'not-found',
  'There is no such decision',
  'It was taken back. Load the page again to see what is decided.',
);

function notYours({ by }: Decision): Result<never> {
  return failed(
    'not-allowed',
    'Somebody else wrote this down',
    `Ask ${by} or an administrator to take it back; or say that it is done.`,
  );
}
