/** Whether one of two leads that were one would have been handed to sales by itself in the meantime, and when. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import { isOutcome } from '../../lib/contract/words.ts';
import { count, noCounters } from '../../lib/score/counters.ts';
import type { Db } from '../db/database.ts';
import type { Lead } from '../leads/follow.ts';
import { eventsOf, type LeadEvent } from '../leads/scored-events.ts';
import { standingOf } from '../leads/standing.ts';

type Handed = Pick<Lead, 'handoff_at' | 'handed_by'>;
interface Arrived extends LeadEvent {
  receivedAt: number;
}

/**
 * Goes through what arrived since as if it arrived now, up to the first word of sales. What was said of the person without
 * anything happening has no time on record, so it counts from the next event on.
 *
 * @param lead as it was when the two were joined, with its own rows back
 * @returns null when it would not have been
 */
export async function handedAlone(
  tx: Db,
  lead: Lead,
  since: Date,
  definition: LeadDefinition,
): Promise<Handed | null> {
  if (lead.stage !== 'inquiry') return null;
  const events = await arrivalsOf(tx, lead);
  const until = await firstWord(tx, lead);
  const counters = noCounters(definition);
  const first = { first_at: null, first_source: null, first_campaign: null };
  for (const [receivedAt, batch] of Map.groupBy(events, (event) => event.receivedAt)) {
    if (receivedAt >= until || batch.some(({ kind }) => isOutcome(kind))) return null;
    for (const event of batch) count(counters, event, definition);
    if (receivedAt < since.getTime()) continue;
    const saidAt = Math.max(...batch.map(({ at }) => at));
    const acted = batch.some(({ machine }) => !machine);
    const known = { lead, counters, first, saidAt, acted };
    const { handoff_at, handed_by } = standingOf(known, definition, receivedAt);
    if (handoff_at) return { handoff_at, handed_by };
  }
  return null;
}

/** In the order in which the store heard of them. */
async function arrivalsOf(tx: Db, { lead_id, ws_id }: Lead): Promise<Arrived[]> {
  const times = await tx
    .selectFrom('event')
    .where('lead_id', '=', lead_id)
    .where('ws_id', '=', ws_id)
    .select(['event_id', 'received_at'])
    .execute();
  const received = new Map(times.map((row) => [row.event_id, row.received_at.getTime()]));
  const events = (await eventsOf(tx, ws_id, [lead_id])).get(lead_id) ?? [];
  return events
    .map((event) => ({ ...event, receivedAt: received.get(event.id) ?? event.at }))
    .toSorted((a, b) => a.receivedAt - b.receivedAt);
}

async function firstWord(tx: Db, { lead_id, ws_id }: Lead): Promise<number> {
  const row = await tx
    .selectFrom('feedback')
    .where('lead_id', '=', lead_id)
    .where('ws_id', '=', ws_id)
    .where('kind', '=', 'verdict')
    .select('received_at')
    .orderBy('received_at')
    .limit(1)
    .executeTakeFirst();
  return row?.received_at.getTime() ?? Number.POSITIVE_INFINITY;
}
