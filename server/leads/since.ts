/** What is new since somebody last looked at a lead. */
import { sql } from 'kysely';
import type { Counters } from '../../lib/contract/counters.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { SinceLooked } from '../../lib/contract/lead.ts';
import type { EventKind } from '../../lib/contract/words.ts';
import { countersOf, countersOn, dayOf } from '../../lib/score/counters.ts';
import type { ScoredEvent } from '../../lib/score/match.ts';
import { pointsOn } from '../../lib/score/score.ts';
import type { Db } from '../db/database.ts';
import type { ReceivedRow } from './as-json.ts';
import type { Lead } from './follow.ts';
import { isMoment } from './moments.ts';
import { fitOf } from './person.ts';
import { eventsUntil, leadEventOf } from './scored-events.ts';

/** Senders are late by minutes, some by a day; what comes later than a week is history that was taken in, and no news. */
const NEWS_FOR = 7 * 86_400_000;
/** With more events than this, what the points were within a day is not worth reading them all. */
const MOST_READ = 500;

export interface Looked {
  at: number;
  /** How many events the lead has in all. */
  all: number;
  counters: Counters;
  /** All of them, newest first, where they were read with the lead. */
  events: readonly ReceivedRow[] | null;
}

/** @returns what arrived since by people, and the points of then as today's rules give them */
export async function sinceLooked(
  db: Db,
  lead: Lead,
  { at, all, counters, events }: Looked,
  definition: LeadDefinition,
): Promise<SinceLooked> {
  const news = events ? newsAmong(events, at) : await newsOf(db, lead, at);
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
    const then = countersOf(await eventsThen(), definition);
    return pointsOn(then, fitOf(lead), definition, day);
  }

  async function eventsThen(): Promise<ScoredEvent[]> {
    const until = new Date(at);
    if (!events) return eventsUntil(db, lead, until, until);
    const then = events.filter((event) => event.at <= until && event.received_at <= until);
    return then.map(leadEventOf).reverse();
  }
}

interface News {
  kind: EventKind;
  machine: boolean;
  times: number;
  first: Date;
}

function newsAmong(events: readonly ReceivedRow[], since: number): News[] {
  return events
    .filter(({ machine, at, received_at }) => {
      return !machine && at.getTime() > since - NEWS_FOR && received_at.getTime() > since;
    })
    .map(({ kind, machine, at }) => ({ kind, machine, times: 1, first: at }));
}

async function newsOf(db: Db, { lead_id, ws_id }: Lead, since: number): Promise<News[]> {
  const { rows } = await sql<News>`select kind, machine, count(*) as times, min(at) as first
    from event where lead_id = ${lead_id} and ws_id = ${ws_id} and not machine
      and at > ${new Date(since - NEWS_FOR)} and received_at > ${new Date(since)}
    group by kind, machine`.execute(db);
  return rows;
}
