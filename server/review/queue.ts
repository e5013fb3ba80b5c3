/**
 * server/review: the desk where marketing reads what sales said.
 *
 * In: which part of the queue to show, or one case. Out: lines with the score then and now, how many there are of each kind,
 * what many of them have in common, and for a case what the rep saw beside what is true today. Answers are given through
 * server/feedback, like everything said.
 *
 * This file: `POST /api/review/queue`.
 */
import { type RawBuilder, sql } from 'kysely';
import * as z from 'zod/mini';
import { done } from '../../lib/contract/problem.ts';
import {
  type ReviewFilter,
  type ReviewState,
  reviewPage,
  reviewQuery,
} from '../../lib/contract/review.ts';
import type { Db } from '../db/database.ts';
import { cursor, type Place, placeOf } from '../http/cursor.ts';
import { route } from '../http/route.ts';
import { currentDefinition } from '../leads/definition.ts';
import type { FeedbackRow } from '../leads/history.ts';
import { all, conditionsOf, inQueue, leadAsked } from './filter.ts';
import { linesOf } from './lines.ts';

const HOUR = 3_600_000;

const queueRequest = z.extend(reviewQuery, { before: z._default(z.nullable(cursor), null) });

export const queueRoute = route({
  method: 'POST',
  path: '/api/review/queue',
  role: 'marketer',
  input: queueRequest,
  answer: reviewPage,
  handle: async ({ store, asker, input }) => {
    const { db } = store;
    const { wsId } = asker;
    const { marketingHours } = (await currentDefinition(db, wsId)).sla;
    const now = store.now();
    const late = new Date(now - marketingHours * HOUR);
    const { filter, limit, before } = input;
    const [rows, counts] = await Promise.all([
      pageOf(db, wsId, filter, { before, limit: limit + 1 }, now),
      countsOf(db, wsId, late),
    ]);
    const shown = rows.slice(0, limit);
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

/**
 * Which ones is found in an index that has all the filter asks of feedback; the rows themselves, with their snapshots, are read
 * only of those that are shown.
 */
async function pageOf(
  db: Db,
  wsId: string,
  filter: ReviewFilter,
  { before, limit }: Page,
  now: number,
): Promise<FeedbackRow[]> {
  const { text, ...conditions } = conditionsOf(filter, now);
  const order = ORDER[filter.state];
  const { rows } = await sql<FeedbackRow>`select f.* from feedback f join (
      select f.lead_id, f.ws_id, f.feedback_id
      from feedback f ${leadAsked(wsId, filter)}
      where ${all([
        inQueue(wsId, filter.state),
        before && order.after(new Date(before.at), before.id),
        ...Object.values(conditions),
      ])}
      order by ${order.by} limit ${limit}
    ) p on p.lead_id = f.lead_id and p.ws_id = f.ws_id and p.feedback_id = f.feedback_id
    order by ${order.by}`.execute(db);
  return rows;
}

interface Order {
  by: RawBuilder<unknown>;
  after: (at: Date, id: string) => RawBuilder<unknown>;
}

/** Longest waiting first; newest answer first. */
const ORDER: Record<ReviewState, Order> = {
  open: {
    by: sql.raw('f.received_at, f.feedback_id'),
    after: (at, id) => sql`(f.received_at, f.feedback_id) > (${at}, ${id})`,
  },
  answered: {
    by: sql.raw('f.answered_at desc, f.feedback_id desc'),
    after: (at, id) => sql`(f.answered_at, f.feedback_id) < (${at}, ${id})`,
  },
};

function placeAfter(row: FeedbackRow): string {
  return placeOf((row.answered_at ?? row.received_at).getTime(), row.feedback_id);
}

async function countsOf(db: Db, wsId: string, late: Date) {
  const { rows } = await sql<{ open: number; answered: number; late: number }>`select
      count(*)::int as open, (count(*) filter (where f.made_at < ${late}))::int as late,
      (select count(*)::int from feedback f where ${inQueue(wsId, 'answered')}) as answered
    from feedback f where ${inQueue(wsId, 'open')}`.execute(db);
  return rows[0] ?? { open: 0, answered: 0, late: 0 };
}
