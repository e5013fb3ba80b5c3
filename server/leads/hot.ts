/** `GET /api/leads/hot`: those that wait for sales, most points first. */
import { sql } from 'kysely';
import * as z from 'zod/mini';
import type { Counters } from '../../lib/contract/counters.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import { type HotLead, hotAnswer } from '../../lib/contract/hot.ts';
import { done } from '../../lib/contract/problem.ts';
import { chanceFor } from '../../lib/score/chance.ts';
import { countersOf } from '../../lib/score/counters.ts';
import { type ScoreAsOf, scoreInBrief } from '../../lib/score/score.ts';
import type { Db } from '../db/database.ts';
import { cursor, type Place, placeOf } from '../http/cursor.ts';
import { route } from '../http/route.ts';
import { calibrationFor } from './calibration.ts';
import { countersOfLeads } from './counting.ts';
import { taughtDefinition } from './definition.ts';
import type { Lead } from './follow.ts';
import { fitOf } from './person.ts';
import { eventsOf } from './scored-events.ts';

const hotQuery = z.object({
  /** Points instead of a time. */
  before: z.optional(cursor),
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100)), 25),
});

export const hotRoute = route({
  method: 'GET',
  path: '/api/leads/hot',
  role: 'rep',
  input: hotQuery,
  answer: hotAnswer,
  reads: true,
  handle: async ({ store, asker, input }) => {
    const { db } = store;
    const { wsId } = asker;
    const rows = await ranked(db, wsId, input.before ?? null, input.limit + 1);
    const shown = rows.slice(0, input.limit);
    const last = shown.at(-1);
    const { definition, taughtAt } = await taughtDefinition(db, asker);
    const [counters, calibration] = await Promise.all([
      countersFor(db, wsId, shown, definition),
      calibrationFor(db, wsId, definition.version, taughtAt),
    ]);
    const asOf = { now: store.now(), calibration };
    const leads = shown.map((lead) => hotLead(lead, counters.get(lead.lead_id), definition, asOf));
    return done({
      // Right after midnight, and while a new definition spreads, rows are a moment behind what is shown of them.
      leads: leads.sort((a, b) => b.points - a.points),
      next: last && rows.length > shown.length ? placeOf(last.points, last.lead_id) : null,
    });
  },
});

/** By the index `lead_hot`, from where the page before ended. */
export function rankedQuery(db: Db, wsId: string, before: Place | null, limit: number) {
  const query = db
    .selectFrom('lead')
    .where('ws_id', '=', wsId)
    // Written out: an index for a part of the table is only used when it can be seen that the part is asked for.
    .where('stage', '=', sql.lit('mql'))
    .where('merged_into', 'is', null)
    .selectAll()
    .orderBy('points', 'desc')
    .orderBy('lead_id')
    .limit(limit);
  if (!before) return query;
  return query
    .where('points', '<=', before.at)
    .where((eb) => eb.or([eb('points', '<', before.at), eb('lead_id', '>', before.id)]));
}

function ranked(db: Db, wsId: string, before: Place | null, limit: number): Promise<Lead[]> {
  return rankedQuery(db, wsId, before, limit).execute();
}

/** As on the card: whoever was not counted under this definition yet is counted from their events. */
async function countersFor(
  db: Db,
  wsId: string,
  leads: readonly Lead[],
  definition: LeadDefinition,
): Promise<Map<string, Counters>> {
  const ids = leads.map((lead) => lead.lead_id);
  const found = await countersOfLeads(db, wsId, ids, definition);
  const missing = ids.filter((id) => !found.has(id));
  for (const [id, events] of await eventsOf(db, wsId, missing)) {
    found.set(id, countersOf(events, definition));
  }
  return found;
}

function hotLead(
  lead: Lead,
  counters: Counters | undefined,
  definition: LeadDefinition,
  { now, calibration }: ScoreAsOf,
): HotLead {
  const own = counters ?? countersOf([], definition);
  const score = scoreInBrief(own, fitOf(lead), definition, now);
  return {
    leadId: lead.lead_id,
    name: lead.name ?? lead.email,
    title: lead.title,
    company: lead.company,
    stage: lead.stage,
    points: score.points,
    chance: score.enough ? (chanceFor(score.points, calibration)?.percent ?? null) : null,
    grade: score.grade,
    why: score.why,
    handoffAt: lead.handoff_at?.toISOString() ?? null,
  };
}
