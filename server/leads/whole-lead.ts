/**
 * All that a card tells of one lead and that lies together by it, in one statement: each statement costs its way there and back,
 * which for rows found by a key is most of what it costs. Simple parts side by side, all of one lead, so that on several servers
 * one of them answers; and of one moment, so that a card never holds what its revision does not.
 */
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import type { Reader } from '../http/context.ts';
import {
  type AsJson,
  eventIn,
  feedbackIn,
  leadIn,
  maybe,
  type ReceivedRow,
  resolutionIn,
} from './as-json.ts';
import type { CounterRow } from './counting.ts';
import { type Lead, MOST_HOPS } from './follow.ts';
import type { FeedbackRow, ResolutionRow } from './history.ts';
import { type Heard, type HeardRow, heardIn } from './silence.ts';
import { SHOWN_COLUMNS } from './timeline-page.ts';
import { mostToRead } from './told.ts';

export interface WholeLead {
  lead: Lead;
  /** As it lies in its table, for whichever definition; null when there are none. */
  counter: CounterRow | null;
  /** Newest first; null when there are more than are read at once. */
  events: ReceivedRow[] | null;
  /** Verdicts and flags, newest first. */
  feedback: FeedbackRow[];
  /** What answers those, oldest first. */
  resolutions: ResolutionRow[];
  /** Of the members who said any of it, and are still there. */
  names: ReadonlyMap<string, string>;
  /** Whether whoever asks has put it on their list under this id. */
  isWatched: boolean;
  /** The ids its names are kept under: its own, and those of its parts. */
  cells: string[];
  heard: Heard;
}

type Said<Row> = AsJson<Row> & { said_by: string | null };

/** What each part of the answer is made of. */
interface Parts {
  lead: AsJson<Lead>;
  counter: CounterRow;
  event: AsJson<ReceivedRow>;
  feedback: Said<FeedbackRow>;
  resolution: Said<ResolutionRow>;
  cell: string;
  watched: null;
  source: AsJson<HeardRow>;
}

type Part = { [Name in keyof Parts]: { part: Name; row: Parts[Name] } }[keyof Parts];

/** @returns the lead with this id, or the one it was merged into, with all that belongs to it; null when there is none */
export async function wholeLead(db: Db, asker: Reader, leadId: string): Promise<WholeLead | null> {
  let id = leadId;
  for (let hop = 0; hop < MOST_HOPS; hop++) {
    const whole = await withAll(db, asker, id);
    if (!whole) return null;
    if (whole.lead.merged_into === null) return whole;
    id = whole.lead.merged_into;
  }
  return null;
}

const EVENT = sql.join([...SHOWN_COLUMNS, 'received_at'].map((column) => sql.ref(column)));

/** @returns exactly this row, merged or not */
async function withAll(db: Db, { wsId, member }: Reader, id: string): Promise<WholeLead | null> {
  const most = mostToRead(db, wsId, id);
  const { rows } = await sql<Part>`
    select 'lead' as part, row_to_json(l) as row from lead l
      where l.lead_id = ${id} and l.ws_id = ${wsId}
    union all
    select 'counter', row_to_json(c) from counter c where c.lead_id = ${id} and c.ws_id = ${wsId}
    union all
    select 'event', row_to_json(e) from (select ${EVENT} from event
      where lead_id = ${id} and ws_id = ${wsId} order by at desc, event_id desc limit ${most + 1}) e
    union all
    select 'feedback', row_to_json(f) from (select f.*, m.name as said_by from feedback f
      left join member m on m.ws_id = f.ws_id and m.member_id = f.member_id
      where f.lead_id = ${id} and f.ws_id = ${wsId} and f.kind in ('verdict', 'flag')) f
    union all
    select 'resolution', row_to_json(r) from (select r.*, m.name as said_by from resolution r
      left join member m on m.ws_id = r.ws_id and m.member_id = r.member_id
      where r.lead_id = ${id} and r.ws_id = ${wsId}) r
    union all
    select 'cell', to_json(p.origin) from lead_part p
      where p.lead_id = ${id} and p.ws_id = ${wsId} and p.into_id is not null
    union all
    select 'watched', null from watched w
      where w.lead_id = ${id} and w.ws_id = ${wsId} and w.member_id = ${member.memberId}
    union all
    select 'source', row_to_json(s) from (select label, last_at, usual_pause from source
      where ws_id = ${wsId} and revoked_at is null) s`.execute(db);
  return putTogether(rows, most);
}

/** Parts come in any order, and so do their rows. */
function putTogether(parts: readonly Part[], most: number): WholeLead | null {
  const of = <Name extends keyof Parts>(name: Name) => rowsOf(parts, name);
  const [lead] = of('lead');
  if (!lead) return null;
  const [events, feedback, resolutions] = [of('event'), of('feedback'), of('resolution')];
  return {
    lead: leadIn(lead),
    counter: of('counter')[0] ?? null,
    events: events.length > most ? null : events.map(eventIn).sort(newestEvent),
    feedback: feedback.map(feedbackIn).sort(newestFeedback),
    resolutions: resolutions.map(resolutionIn).sort(oldestResolution),
    names: new Map([...feedback, ...resolutions].flatMap(nameIn)),
    isWatched: of('watched').length > 0,
    cells: [lead.lead_id, ...of('cell')],
    heard: heardIn(
      of('source').map(({ last_at, ...row }) => ({ ...row, last_at: maybe(last_at) })),
    ),
  };
}

function rowsOf<Name extends keyof Parts>(parts: readonly Part[], name: Name): Parts[Name][] {
  const isOne = (one: Part): one is Part & { part: Name; row: Parts[Name] } => one.part === name;
  return parts.filter(isOne).map(({ row }) => row);
}

function nameIn({ member_id, said_by }: { member_id: string; said_by: string | null }) {
  return said_by === null ? [] : [[member_id, said_by] as const];
}

/** As the timeline is ordered everywhere. */
function newestEvent(a: ReceivedRow, b: ReceivedRow): number {
  return b.at.getTime() - a.at.getTime() || (a.event_id < b.event_id ? 1 : -1);
}

function newestFeedback(a: FeedbackRow, b: FeedbackRow): number {
  return bySaid(b, a) || (a.feedback_id < b.feedback_id ? 1 : -1);
}

function oldestResolution(a: ResolutionRow, b: ResolutionRow): number {
  return bySaid(a, b) || (a.resolution_id < b.resolution_id ? -1 : 1);
}

/** `seq` orders what one device said within a millisecond or with a clock that went back. */
function bySaid(a: Order, b: Order): number {
  return a.order_at.getTime() - b.order_at.getTime() || a.seq - b.seq;
}

type Order = Pick<FeedbackRow, 'order_at' | 'seq'>;
