/** The digest of a lead that has done too much to read all of it: a few statements about one lead, little comes back. */
import { type RawBuilder, sql } from 'kysely';
import { outcomeKind } from '../../lib/contract/words.ts';
import type { Db } from '../db/database.ts';
import { type Digest, type Habit, OURS, SEEN, type Tally } from './digest.ts';
import type { Lead } from './follow.ts';
import { EVENT_COLUMNS, type EventRow, type LeadEvent, leadEventOf } from './scored-events.ts';

type Key = Pick<Lead, 'lead_id' | 'ws_id'>;

const COLUMNS = sql.join(EVENT_COLUMNS.map((column) => sql.ref(column)));
const NOT_OWN = sql.join([...OURS, ...outcomeKind.options]);

/** Each statement sees its own moment; an event that arrives between two of them is on the next card for sure. */
export async function digestInDatabase(db: Db, lead: Key): Promise<Digest> {
  const own = sql`not machine and kind not in (${NOT_OWN})`;
  const [tallies, [first = null], [last = null], habit, outcomes] = await Promise.all([
    talliesIn(db, lead),
    eventsWhere(db, lead, sql`${own} order by at, event_id limit 1`),
    eventsWhere(db, lead, sql`${own} order by at desc, event_id desc limit 1`),
    habitIn(db, lead),
    eventsWhere(db, lead, sql`kind in (${sql.join(outcomeKind.options)}) order by at, event_id`),
  ]);
  return { tallies, first, last, habit, outcomes };
}

async function talliesIn(db: Db, { lead_id, ws_id }: Key): Promise<Tally[]> {
  const { rows } = await sql<Omit<Tally, 'lastAt'> & { last_at: Date }>`
    select source, kind, machine, count(*) as times, max(at) as last_at from event
    where lead_id = ${lead_id} and ws_id = ${ws_id} group by source, kind, machine`.execute(db);
  return rows.map(({ last_at, ...tally }) => ({ ...tally, lastAt: last_at.getTime() }));
}

async function habitIn(db: Db, lead: Key): Promise<Habit | null> {
  const { lead_id, ws_id } = lead;
  const seen = sql`not machine and kind in (${sql.join([...SEEN])})`;
  const { rows } = await sql<{ thing: string; times: number; last_at: Date }>`
    select coalesce(path, title, name) as thing, count(*) as times, max(at) as last_at from event
    where lead_id = ${lead_id} and ws_id = ${ws_id} and ${seen}
    group by 1 order by 2 desc, 3 desc limit 2`.execute(db);
  const [most] = rows;
  if (!most) return null;
  const things = rows.filter(
    ({ times, last_at }) => times === most.times && last_at.getTime() === most.last_at.getTime(),
  );
  // Of two at the same moment the id decides, as everywhere.
  const [last] = await eventsWhere(
    db,
    lead,
    sql`${seen} and coalesce(path, title, name) in (${sql.join(things.map(({ thing }) => thing))})
      order by at desc, event_id desc limit 1`,
  );
  return last ? { times: most.times, last } : null;
}

async function eventsWhere(
  db: Db,
  { lead_id, ws_id }: Key,
  rest: RawBuilder<unknown>,
): Promise<LeadEvent[]> {
  const { rows } = await sql<EventRow>`
    select ${COLUMNS} from event where lead_id = ${lead_id} and ws_id = ${ws_id} and ${rest}`.execute(
    db,
  );
  return rows.map(leadEventOf);
}
