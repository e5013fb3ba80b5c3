/** `GET /api/leads/:leadId/events`: the timeline, newest first, one page at a time. */
import * as z from 'zod/mini';
import { timelineFilter, timelineKinds, timelinePage } from '../../lib/contract/event.ts';
import { done } from '../../lib/contract/problem.ts';
import { uuid } from '../../lib/contract/text.ts';
import { cursor } from '../http/cursor.ts';
import { route } from '../http/route.ts';
import { repWords } from '../words/asked.ts';
import { liveLead } from './follow.ts';
import { noSuchLead } from './no-such-lead.ts';
import { nextAfter, rowsOfPage, timelineEventOf } from './timeline-page.ts';

const timelineQuery = z.object({
  filter: z._default(timelineFilter, 'all'),
  /** With commas between; left out or empty: all. */
  kinds: z.optional(
    z.pipe(
      z.pipe(
        z.string().check(z.maxLength(500)),
        z.transform((list: string) => (list === '' ? [] : [...new Set(list.split(','))])),
      ),
      timelineKinds,
    ),
  ),
  before: z.optional(cursor),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(200)), 50),
});

export const timelineRoute = route({
  method: 'GET',
  path: '/api/leads/:leadId/events',
  role: 'rep',
  params: z.object({ leadId: uuid }),
  input: timelineQuery,
  answer: timelinePage,
  handle: async ({ store, asker, params, input }) => {
    const lead = await liveLead(store.db, asker.wsId, params.leadId);
    if (!lead) return noSuchLead();
    const { filter, kinds = [], before = null, limit } = input;
    const rows = await rowsOfPage(store.db, asker.wsId, lead.lead_id, {
      moments: filter === 'moments',
      kinds: kinds.length === 0 ? null : kinds,
      before,
      // One more than is shown tells whether there is another page.
      limit: limit + 1,
    });
    const words = repWords(asker.language);
    return done({
      events: rows.slice(0, limit).map((row) => timelineEventOf(row, words)),
      next: nextAfter(rows, limit),
    });
  },
});
