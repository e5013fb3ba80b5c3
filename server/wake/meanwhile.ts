/** What had happened already when a lead turned out to sleep: nothing new comes in that could wake it. */
import { sql } from 'kysely';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Verdict } from '../../lib/contract/feedback.ts';
import type { Db } from '../db/database.ts';
import type { Lead } from '../leads/follow.ts';
import {
  EVENT_COLUMNS,
  type EventRow,
  type LeadEvent,
  leadEventOf,
} from '../leads/scored-events.ts';
import { type Rest, restsOf } from './rest.ts';
import { type Waking, wokenBySignals } from './wake.ts';

interface Joining {
  /** As they were, each with the ids of its parts. */
  was: readonly { lead: Lead; cells: readonly string[] }[];
  /** The one they are, with its new standing. */
  after: Lead;
}

/**
 * A visitor looks at the prices and only then says who they are: what the other did meanwhile, they did. The caller holds the
 * leads, and has moved their rows.
 *
 * @returns null when it sleeps on, or does not sleep
 */
export async function wokenByJoining(
  tx: Db,
  wsId: string,
  { was, after }: Joining,
  definition: LeadDefinition,
): Promise<Waking | null> {
  const rest = await signalledRest(tx, wsId, after);
  const sleeper = rest && was.find(({ cells }) => cells.includes(rest.cell));
  if (!sleeper) return null;
  const others = was.filter((one) => one !== sleeper).flatMap(({ cells }) => cells);
  const fresh = await eventsSince(tx, after, rest, others);
  const stirred = { before: sleeper.lead, after, fresh };
  return (await wokenBySignals(tx, wsId, [stirred], definition)).get(after.lead_id) ?? null;
}

interface Saying {
  before: Lead;
  after: Lead;
  item: Verdict;
}

/**
 * A verdict waits in an outbox, for seconds or for a day without a network, and what it waits for may come first. What the rep
 * had on screen is none of it, also where their clock is slow.
 *
 * @returns null when it sleeps on, or does not sleep under this verdict
 */
export async function wokenOnTheWay(
  tx: Db,
  wsId: string,
  { before, after, item }: Saying,
  definition: LeadDefinition,
): Promise<Waking | null> {
  if (before.rev <= item.snapshot.cardRev) return null;
  const rest = await signalledRest(tx, wsId, after);
  if (rest?.feedbackId !== item.id) return null;
  const seen = new Set(item.snapshot.lastEvents.map(({ id }) => id));
  const since = await eventsSince(tx, after, rest, null);
  const fresh = since.filter(({ id }) => !seen.has(id));
  const woken = await wokenBySignals(tx, wsId, [{ before, after, fresh }], definition);
  return woken.get(after.lead_id) ?? null;
}

/** @returns under what a lead sleeps that something it does can wake */
async function signalledRest(tx: Db, wsId: string, lead: Lead): Promise<Rest | null> {
  if (lead.stage !== 'recycled') return null;
  const rest = (await restsOf(tx, wsId, [lead.lead_id])).get(lead.lead_id);
  return rest && rest.signals.length > 0 ? rest : null;
}

async function eventsSince(
  tx: Db,
  { lead_id, ws_id }: Lead,
  { since }: Rest,
  cells: readonly string[] | null,
): Promise<LeadEvent[]> {
  const columns = sql.join(EVENT_COLUMNS.map((column) => sql.ref(column)));
  const some = cells ? sql`and coalesce(origin, lead_id) = any(${[...cells]}::uuid[])` : sql``;
  const { rows } = await sql<EventRow>`select ${columns} from event
    where lead_id = ${lead_id} and ws_id = ${ws_id} and at > ${since} ${some}`.execute(tx);
  return rows.map(leadEventOf);
}
