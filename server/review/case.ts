/** `GET /api/review/:leadId/:feedbackId`: what the rep saw beside what is true today. */
import * as z from 'zod/mini';
import { done, failed, type Result } from '../../lib/contract/problem.ts';
import { type ReviewCase, reviewCase } from '../../lib/contract/review.ts';
import { uuid } from '../../lib/contract/text.ts';
import { countersOf } from '../../lib/score/counters.ts';
import { scoreLead } from '../../lib/score/score.ts';
import { openDraft } from '../definitions/drafts.ts';
import type { Store } from '../http/context.ts';
import { route } from '../http/route.ts';
import { cardOf } from '../leads/card.ts';
import { countersOfLeads } from '../leads/counting.ts';
import type { Lead } from '../leads/follow.ts';
import { fitOf } from '../leads/person.ts';
import { eventsOf } from '../leads/scored-events.ts';
import { wholeLead } from '../leads/whole-lead.ts';
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
    const whole = await wholeLead(db, asker, params.leadId);
    if (!whole) return noSuchCase();
    const { lead } = whole;
    const row = whole.feedback.find(({ feedback_id }) => feedback_id === params.feedbackId);
    const snapshot = row ? snapshotIn(row.body) : null;
    if (!row || !snapshot) return noSuchCase();
    const [today, [line], draft] = await Promise.all([
      cardOf(store, asker, whole),
      linesOf(db, asker, [row]),
      underDraft(store, wsId, lead),
    ]);
    if (!line) return noSuchCase();
    // Points fade every day; the row has those of the last change.
    return done({
      line: { ...line, nowPoints: today.score.points },
      snapshot,
      today,
      underDraft: draft,
    });
  },
});

/** @returns null when nothing is proposed */
async function underDraft(
  { db, now }: Store,
  wsId: string,
  lead: Lead,
): Promise<ReviewCase['underDraft']> {
  const definition = (await openDraft(db, wsId))?.definition;
  if (!definition) return null;
  const ids = [lead.lead_id];
  const known = (await countersOfLeads(db, wsId, ids, definition)).get(lead.lead_id);
  // A draft that tells events apart in a new way has no counters of its own.
  const counters =
    known ?? countersOf((await eventsOf(db, wsId, ids)).get(lead.lead_id) ?? [], definition);
  const asOf = { now: now(), calibration: null };
  const { points } = scoreLead(counters, fitOf(lead), definition, asOf);
  return { version: definition.version, points, mqlAt: definition.mqlAt };
}

function noSuchCase(): Result<never> {
  return failed(
    'not-found',
    'This feedback is not in the store',
    'Load the review desk again; its lead may have been erased.',
  );
}
