/**
 * The digest of a lead that has done too much to read all of it. The database goes through its events once and says how many
 * there are of what; the few that are told one by one are found by the index, newest or oldest first.
 */
import { type RawBuilder, sql } from 'kysely';
import { isOutcome, outcomeKind } from '../../lib/contract/words.ts';
import type { Db } from '../db/database.ts';
import { type Digest, MOST_SEEN, mostSeen, OURS, SEEN, type Seen, type Tally } from './digest.ts';
import type { Lead } from './follow.ts';
import { EVENT_COLUMNS, type EventRow, type LeadEvent, leadEventOf } from './scored-events.ts';

type Key = Pick<Lead, 'lead_id' | 'ws_id'>;

/** A tally of one thing that a person saw, or of all that is nothing of that sort. */
interface Part extends Tally {
  thing: string | null;
}

const COLUMNS = sql.join(EVENT_COLUMNS.map((column) => sql.ref(column)));
const OUTCOMES = sql.join(outcomeKind.options);
const OWN = sql`not machine and kind not in (${sql.join([...OURS, ...outcomeKind.options])})`;
const SEEN_BY_PEOPLE = sql`not machine and kind in (${sql.join([...SEEN])})`;
const THING = sql`coalesce(path, title, name)`;

/** Each statement sees its own moment; an event that arrives between two of them is on the next card for sure. */
export async function digestInDatabase(db: Db, lead: Key): Promise<Digest> {
  const [parts, [first = null], [last = null]] = await Promise.all([
    partsIn(db, lead),
    eventsWhere(db, lead, sql`${OWN} order by at, event_id limit 1`),
    eventsWhere(db, lead, sql`${OWN} order by at desc, event_id desc limit 1`),
  ]);
  const [seen, outcomes] = await Promise.all([
    seenIn(db, lead, parts),
    parts.some(({ kind }) => isOutcome(kind))
      ? eventsWhere(db, lead, sql`kind in (${OUTCOMES}) order by at, event_id`)
      : [],
  ]);
  return { tallies: talliesOf(parts), first, last, seen, outcomes };
}

async function partsIn(db: Db, { lead_id, ws_id }: Key): Promise<Part[]> {
  const { rows } = await sql<Omit<Part, 'lastAt'> & { last_at: Date }>`
    select source, kind, machine, case when ${SEEN_BY_PEOPLE} then ${THING} end as thing,
      count(*) as times, max(at) as last_at
    from event where lead_id = ${lead_id} and ws_id = ${ws_id} group by 1, 2, 3, 4`.execute(db);
  return rows.map(({ last_at, ...part }) => ({ ...part, lastAt: last_at.getTime() }));
}

function talliesOf(parts: readonly Part[]): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const { thing: _, ...part } of parts) {
    const key = `${part.kind} ${part.machine} ${part.source}`;
    tallies.set(key, together(tallies.get(key), part));
  }
  return [...tallies.values()];
}

/** The last time of each of what they saw most. */
async function seenIn(db: Db, { lead_id, ws_id }: Key, parts: readonly Part[]): Promise<Seen[]> {
  const things = new Map<string, Tally>();
  for (const { thing, ...part } of parts) {
    if (thing !== null) things.set(thing, together(things.get(thing), part));
  }
  const ranked = [...things].sort(([, a], [, b]) => b.times - a.times || b.lastAt - a.lastAt);
  const least = ranked[MOST_SEEN - 1]?.[1];
  // Of two at the same moment the id decides, as everywhere.
  const shown = ranked.filter(
    ([, own], place) =>
      place < MOST_SEEN || (own.times === least?.times && own.lastAt === least.lastAt),
  );
  if (shown.length === 0) return [];
  const names = shown.map(([thing]) => thing);
  const { rows } = await sql<EventRow & { thing: string }>`
    select distinct on (thing) ${COLUMNS}, thing from (
      select ${COLUMNS}, ${THING} as thing from event
      where lead_id = ${lead_id} and ws_id = ${ws_id} and ${SEEN_BY_PEOPLE}
    ) as own where thing = any(${names}::text[])
    order by thing, at desc, event_id desc`.execute(db);
  return mostSeen(
    rows.map(({ thing, ...row }) => ({
      times: things.get(thing)?.times ?? 0,
      last: leadEventOf(row),
    })),
  );
}

function together(one: Tally | undefined, other: Tally): Tally {
  if (!one) return other;
  return { ...one, times: one.times + other.times, lastAt: Math.max(one.lastAt, other.lastAt) };
}

async function eventsWhere(
  db: Db,
  { lead_id, ws_id }: Key,
  rest: RawBuilder<unknown>,
): Promise<LeadEvent[]> {
  const { rows } = await sql<EventRow>`select ${COLUMNS} from event
    where lead_id = ${lead_id} and ws_id = ${ws_id} and ${rest}`.execute(db);
  return rows.map(leadEventOf);
}
