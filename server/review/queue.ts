/**
 * server/review: the desk where marketing reads what sales said.
 *
 * In: which part of the queue to show, or one case. Out: lines with the score then and now, counts, and for a case
 * what the rep saw beside what is true today. Answers are given through server/feedback, like everything said.
 *
 * This file: `GET /api/review`.
 */
import * as z from 'zod/mini';
import { done } from '../../lib/contract/problem.ts';
import { reviewPage, reviewState } from '../../lib/contract/review.ts';
import type { Db } from '../db/database.ts';
import { cursor, type Place, placeOf } from '../http/cursor.ts';
import { route } from '../http/route.ts';
import { currentDefinition } from '../leads/definition.ts';
import type { FeedbackRow } from '../leads/history.ts';
import { linesOf } from './lines.ts';

const HOUR = 3_600_000;

const reviewQuery = z.object({
  state: z._default(reviewState, 'open'),
  before: z.optional(cursor),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 50),
});

export const reviewRoute = route({
  method: 'GET',
  path: '/api/review',
  role: 'marketer',
  input: reviewQuery,
  answer: reviewPage,
  handle: async ({ store, asker, input }) => {
    const { db } = store;
    const { wsId } = asker;
    const { marketingHours } = (await currentDefinition(db, wsId)).sla;
    const late = new Date(store.now() - marketingHours * HOUR);
    const page = { before: input.before ?? null, limit: input.limit + 1 };
    const read = input.state === 'open' ? waiting : answered;
    const [rows, counts] = await Promise.all([read(db, wsId, page), countsOf(db, wsId, late)]);
    const shown = rows.slice(0, input.limit);
    const last = shown.at(-1);
    return done({
      lines: await linesOf(db, asker, shown),
      next: last && rows.length > shown.length ? placeAfter(last) : null,
      counts,
      marketingHours,
    });
  },
});

interface Page {
  before: Place | null;
  limit: number;
}

/** Longest waiting first. */
function waiting(db: Db, wsId: string, { before, limit }: Page): Promise<FeedbackRow[]> {
  let query = db
    .selectFrom('feedback')
    .where('ws_id', '=', wsId)
    .where('queue', '=', 'open')
    .selectAll()
    .orderBy('received_at')
    .orderBy('feedback_id')
    .limit(limit);
  if (before) {
    query = query.where((eb) =>
      eb(eb.refTuple('received_at', 'feedback_id'), '>', eb.tuple(new Date(before.at), before.id)),
    );
  }
  return query.execute();
}

/** Newest answer first. */
function answered(db: Db, wsId: string, { before, limit }: Page): Promise<FeedbackRow[]> {
  let query = db
    .selectFrom('feedback')
    .where('ws_id', '=', wsId)
    .where('queue', '=', 'answered')
    .selectAll()
    .orderBy('answered_at', 'desc')
    .orderBy('feedback_id', 'desc')
    .limit(limit);
  if (before) {
    query = query.where((eb) =>
      eb(eb.refTuple('answered_at', 'feedback_id'), '<', eb.tuple(new Date(before.at), before.id)),
    );
  }
  return query.execute();
}

function placeAfter(row: FeedbackRow): string {
  return placeOf((row.answered_at ?? row.received_at).getTime(), row.feedback_id);
}

async function countsOf(db: Db, wsId: string, late: Date) {
  const rows = await db
    .selectFrom('feedback')
    .where('ws_id', '=', wsId)
    .where('queue', 'is not', null)
    .groupBy('queue')
    .select((eb) => [
      'queue',
      eb.fn.countAll<number>().as('count'),
      eb.fn.countAll<number>().filterWhere('made_at', '<', late).as('late'),
    ])
    .execute();
  const open = rows.find((row) => row.queue === 'open');
  const closed = rows.find((row) => row.queue === 'answered');
  return { open: open?.count ?? 0, answered: closed?.count ?? 0, late: open?.late ?? 0 };
}
