/** `GET /api/leads/:leadId/account`: everybody of the same company, and what all of them did. */
import { type RawBuilder, sql } from 'kysely';
import * as z from 'zod/mini';
import { accountAnswer } from '../../lib/contract/lead.ts';
import { done } from '../../lib/contract/problem.ts';
import { uuid } from '../../lib/contract/text.ts';
import type { Db } from '../db/database.ts';
import { cursor, type Place } from '../http/cursor.ts';
import { route } from '../http/route.ts';
import { repWords } from '../words/asked.ts';
import { companyAround } from './company.ts';
import { currentDefinition } from './definition.ts';
import { liveLead } from './follow.ts';
import { noSuchLead } from './no-such-lead.ts';
import { nextAfter, SHOWN_COLUMNS, type ShownRow, timelineEventOf } from './timeline-page.ts';

const MOST_COLLEAGUES = 50;
const PAGE = 50;

export const accountRoute = route({
  method: 'GET',
  path: '/api/leads/:leadId/account',
  role: 'rep',
  params: z.object({ leadId: uuid }),
  input: z.object({ before: z.optional(cursor) }),
  answer: accountAnswer,
  handle: async ({ store, asker, params, input }) => {
    const { db } = store;
    const { wsId } = asker;
    const lead = await liveLead(db, wsId, params.leadId);
    if (!lead) return noSuchLead();
    const definition = await currentDefinition(db, wsId);
    const asked = { most: MOST_COLLEAGUES, definition, now: store.now() };
    const colleagues = (await companyAround(db, lead, asked))?.top ?? [];
    const names = new Map([
      [lead.lead_id, lead.name ?? lead.email],
      ...colleagues.map(({ leadId, name }) => [leadId, name] as const),
    ]);
    const rows = await eventsOfAll(db, wsId, [...names.keys()], input.before ?? null);
    const words = repWords(asker.language);
    return done({
      company: lead.company ?? lead.domain,
      colleagues,
      events: rows.slice(0, PAGE).map(({ lead_id: leadId, ...row }) => ({
        ...timelineEventOf(row, words),
        who: { leadId, name: names.get(leadId) ?? null },
      })),
      next: nextAfter(rows, PAGE),
    });
  },
});

/** The newest of each by their index, and of those the newest of all: nobody's whole history is read. */
async function eventsOfAll(
  db: Db,
  wsId: string,
  leadIds: readonly string[],
  before: Place | null,
): Promise<(ShownRow & { lead_id: string })[]> {
  const earlier: RawBuilder<unknown> = before
    ? sql`and (event.at, event.event_id) < (${new Date(before.at)}, ${before.id}::uuid)`
    : sql``;
  const columns = sql.join(SHOWN_COLUMNS.map((column) => sql.ref(`own.${column}`)));
  const { rows } = await sql<ShownRow & { lead_id: string }>`
    select lead.lead_id, ${columns} from lead
    cross join lateral (
      select * from event
      where event.lead_id = lead.lead_id and event.ws_id = lead.ws_id ${earlier}
      order by event.at desc, event.event_id desc limit ${PAGE + 1}
    ) as own
    where lead.lead_id = any(${leadIds}::uuid[]) and lead.ws_id = ${wsId}
    order by own.at desc, own.event_id desc limit ${PAGE + 1}`.execute(db);
  return rows;
}
