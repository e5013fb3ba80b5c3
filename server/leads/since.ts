/** What is new since somebody last looked at a lead. */
import { sql } from 'kysely';
import type { Counters } from '../../lib/contract/counters.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { SinceLooked } from '../../lib/contract/lead.ts';
import type { EventKind } from '../../lib/contract/words.ts';
import { countersOf, countersOn, dayOf } from '../../lib/score/counters.ts';
import { pointsOn } from '../../lib/score/score.ts';
import type { Db } from '../db/database.ts';
import type { Lead } from './follow.ts';
import { isMoment } from './moments.ts';
import { fitOf } from './person.ts';
import { eventsUntil } from './scored-events.ts';

/** Senders are late by minutes, some by a day; what comes later than a week is history that was taken in, and no news. */
const NEWS_FOR = 7 * 86_400_000;
/** With more events than this, what the points were within a day is not worth reading them all. */
const MOST_READ = 500;

export interface Looked {
  at: number;
  /** How many events the lead has in all. */
  all: number;
  counters: Counters;
}

/** @returns what arrived since by people, and the points of then as today's rules give them */
export async function sinceLooked(
  db: Db,
  lead: Lead,
  { at, all, counters }: Looked,
  definition: LeadDefinition,
): Promise<SinceLooked> {
  const news = await newsOf(db, lead, at);
  return {
    at: new Date(at).toISOString(),
    events: news.reduce((sum, { times }) => sum + times, 0),
    moments: news.reduce((sum, own) => (isMoment(own) ? sum + own.times : sum), 0),
    pointsThen: await pointsThen(),
  };

  async function pointsThen(): Promise<number | null> {
    const day = dayOf(at);
    // Counters are kept by day: as long as all news is of later days, they say what was.
    if (news.every(({ first }) => dayOf(first.getTime()) > day)) {
      return pointsOn(countersOn(counters, day, definition), fitOf(lead), definition, day);
    }
    if (all > MOST_READ) return null;
    const until = new Date(at);
    const then = countersOf(await eventsUntil(db, lead, until, until), definition);
    return pointsOn(then, fitOf(lead), definition, day);
  }
}

interface News {
  kind: EventKind;
  machine: boolean;
  times: number;
  first: Date;
}

async function newsOf(db: Db, { lead_id, ws_id }: Lead, since: number): Promise<News[]> {
  const { rows } = await sql<News>`select kind, machine, count(*) as times, min(at) as first
    from event where lead_id = ${lead_id} and ws_id = ${ws_id} and not machine
      and at > ${new Date(since - NEWS_FOR)} and received_at > ${new Date(since)}
    group by kind, machine`.execute(db);
  return rows;
}
