/** `GET /api/review/:leadId/:feedbackId`: what the rep saw beside what is true today. */
import * as z from 'zod/mini';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import { reviewCase } from '../../lib/contract/review.ts';
import { uuid } from '../../lib/contract/text.ts';
import { route } from '../http/route.ts';
import { cardOf } from '../leads/card.ts';
import { liveLead } from '../leads/follow.ts';
import { linesOf, snapshotIn } from './lines.ts';

export const caseRoute = route({
  method: 'GET',
  path: '/api/review/:leadId/:feedbackId',
  role: 'marketer',
  params: z.object({ leadId: uuid, feedbackId: uuid }),
  answer: reviewCase,
  handle: async ({ store, asker, params }) => {
    const { db } = store;
    const { wsId } = asker;
    const lead = await liveLead(db, wsId, params.leadId);
    if (!lead) return noSuchCase();
    const row = await db
      .selectFrom('feedback')
      .where('lead_id', '=', lead.lead_id)
      .where('ws_id', '=', wsId)
      .where('feedback_id', '=', params.feedbackId)
      .selectAll()
      .executeTakeFirst();
    const snapshot = row ? snapshotIn(row.body) : null;
    if (!row || !snapshot) return noSuchCase();
    const today = await cardOf(store, asker, lead);
    const [line] = await linesOf(db, asker, [row]);
    if (!line) return noSuchCase();
    // Points fade every day; the row has those of the last change.
    return done({ line: { ...line, nowPoints: today.score.points }, snapshot, today });
  },
});

function noSuchCase(): Result<never> {
  return failed(
    'not-found',
    'This feedback is not in the store',
    'Load the review desk again; its lead may have been erased.',
  );
}
