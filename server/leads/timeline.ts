/** `GET /api/leads/:leadId/events`: the timeline, newest first, one page at a time. */
import type { Selectable } from 'kysely';
import * as z from 'zod/mini';
import { type TimelineEvent, timelineFilter, timelinePage } from '../../lib/contract/event.ts';
import { done } from '../../lib/contract/problem.ts';
import { uuid } from '../../lib/contract/text.ts';
import type { Db } from '../db/database.ts';
import type { EventTable } from '../db/schema.ts';
import { cursor, type Place, placeOf } from '../http/cursor.ts';
import { route } from '../http/route.ts';
import { liveLead } from './follow.ts';
import { isMoment, QUIET_KINDS } from './moments.ts';
import { noSuchLead } from './no-such-lead.ts';
import { wordsFor } from './timeline-words.ts';

const timelineQuery = z.object({
  filter: z._default(timelineFilter, 'all'),
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
    const events = await pageOf(store.db, asker.wsId, lead.lead_id, {
      moments: input.filter === 'moments',
      before: input.before ?? null,
      // One more than is shown tells whether there is another page.
      limit: input.limit + 1,
    });
    const shown = events.slice(0, input.limit);
    const last = shown.at(-1);
    const more = events.length > shown.length && last;
    return done({
      events: shown,
      next: more ? placeOf(Date.parse(last.at), last.id) : null,
    });
  },
});

/** @returns events in the order of the timeline: newest first, equal times by id */
export async function pageOf(
  db: Db,
  wsId: string,
  leadId: string,
  page: { moments: boolean; before: Place | null; limit: number },
): Promise<TimelineEvent[]> {
  let query = db
    .selectFrom('event')
    .where('lead_id', '=', leadId)
    .where('ws_id', '=', wsId)
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('event_id', 'desc')
    .limit(page.limit);
  if (page.moments) {
    query = query.where('machine', '=', false).where('kind', 'not in', [...QUIET_KINDS]);
  }
  const { before } = page;
  if (before) {
    query = query.where((eb) =>
      eb(eb.refTuple('at', 'event_id'), '<', eb.tuple(new Date(before.at), before.id)),
    );
  }
  return (await query.execute()).map(timelineEventOf);
}

/** @returns the event as the timeline shows it */
export function timelineEventOf(
  row: Omit<Selectable<EventTable>, 'props' | 'received_at' | 'origin' | 'lead_id' | 'ws_id'>,
): TimelineEvent {
  return {
    id: row.event_id,
    kind: row.kind,
    at: row.at.toISOString(),
    ...wordsFor(row),
    url: row.url,
    source: row.source,
    campaign: row.campaign,
    moment: isMoment(row),
    machine: row.machine,
    clockCorrected: row.clock_corrected,
    who: null,
  };
}
