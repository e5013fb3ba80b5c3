/** Events into their table, all of a chunk in one statement. */
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { toJson } from '../db/json.ts';
import type { LeadEvent } from '../leads/scored-events.ts';
import type { EventDraft } from './message.ts';
import type { LeadNews } from './write.ts';

/**
 * One JSON parameter instead of many values: no limit on parameters, and the fastest form measured on both engines.
 *
 * @returns those that were not there before, by lead
 */
export async function insertEvents(
  tx: Db,
  wsId: string,
  news: readonly LeadNews[],
  receivedAt: number,
): Promise<Map<string, LeadEvent[]>> {
  const rows = news.flatMap(({ leadId, messages }) =>
    messages.flatMap(({ event, cell }) => (event ? [rowOf(leadId, event, cell)] : [])),
  );
  if (rows.length === 0) return new Map();
  const inserted = await sql<{ lead_id: string; event_id: string }>`
    ${insertOf(wsId, rows, receivedAt)}
    on conflict do nothing
    returning lead_id, event_id`.execute(tx);
  const isNew = new Set(inserted.rows.map((row) => `${row.lead_id}:${row.event_id}`));
  const fresh = new Map<string, LeadEvent[]>();
  for (const { leadId, messages } of news) {
    for (const { event } of messages) {
      // Taken out: of two with one id in this batch, the first is the one that was stored.
      if (!event || !isNew.delete(`${leadId}:${event.eventId}`)) continue;
      const own = fresh.get(leadId) ?? [];
      own.push(leadEventOf(event));
      fresh.set(leadId, own);
    }
  }
  return fresh;
}

/** @returns the statement that inserts these rows; what is to happen to those that are there already may be added to it */
export function insertOf(
  wsId: string,
  rows: readonly EventRow[],
  receivedAt: number,
): RawBuilder<unknown> {
  const received = new Date(receivedAt).toISOString();
  return sql`insert into event (lead_id, ws_id, event_id, at, kind, name, title, path, url, campaign, channel,
      mail, source, machine, clock_corrected, props, received_at, origin)
    select x.lead_id, ${wsId}::uuid, x.event_id, x.at, x.kind, x.name, x.title, x.path, x.url, x.campaign,
      x.channel, x.mail, x.source, x.machine, x.clock_corrected, x.props, ${received}::timestamptz, x.origin
    from jsonb_to_recordset(${toJson(rows)}::jsonb) as x(
      lead_id uuid, event_id uuid, at timestamptz, kind text, name text, title text, path text, url text,
      campaign text, channel text, mail text, source text, machine boolean, clock_corrected boolean,
      props jsonb, origin uuid)`;
}

export type EventRow = ReturnType<typeof rowOf>;

export function leadEventOf({
  eventId,
  clockCorrected: _,
  props: __,
  ...rest
}: EventDraft): LeadEvent {
  return { id: eventId, ...rest };
}

export function rowOf(
  leadId: string,
  { eventId, at, clockCorrected, ...rest }: EventDraft,
  cell: string | undefined,
) {
  return {
    ...rest,
    lead_id: leadId,
    event_id: eventId,
    origin: cell === leadId ? null : cell,
    at: new Date(at).toISOString(),
    clock_corrected: clockCorrected,
  };
}
