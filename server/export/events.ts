/** Events on their way out, each with the lead it belongs to. */
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { leadPages, type NamedLead } from './leads.ts';
import { BEFORE_ALL, PAGE, pages } from './page.ts';
import type { EventRow } from './segment.ts';

/** A lead, and the next of its events; none for leads that did nothing, and after each lead's name. */
export interface LeadEvents {
  named: NamedLead;
  /** The first piece of this lead: who it is comes before what it did. */
  isFirst: boolean;
  events: EventRow[];
}

/** @returns all leads in the order of their ids, each with its events in that of theirs */
export async function* eventPages(db: Db, wsId: string): AsyncGenerator<LeadEvents[]> {
  for await (const leads of leadPages(db, wsId)) {
    const byId = new Map(leads.map((named) => [named.lead.lead_id, named]));
    const met = new Set<string>();
    const ids = [...byId.keys()];
    const range = { first: ids[0] ?? BEFORE_ALL, last: ids.at(-1) ?? BEFORE_ALL };
    const read = (after: EventRow | null) => pageOf(db, wsId, range, after);
    for await (const page of pages(read)) {
      const pieces: LeadEvents[] = [];
      for (const [leadId, events] of Map.groupBy(page, ({ lead_id }) => lead_id)) {
        const named = byId.get(leadId);
        if (!named) continue;
        pieces.push({ named, events, isFirst: !met.has(leadId) });
        met.add(leadId);
      }
      yield pieces;
    }
    const quiet = leads.filter(({ lead }) => !met.has(lead.lead_id));
    yield quiet.map((named) => ({ named, events: [], isFirst: true }));
  }
}

/** A range of the key, so that a page costs the same wherever it is; what is between them is theirs or another team's. */
async function pageOf(
  db: Db,
  wsId: string,
  { first, last }: { first: string; last: string },
  after: EventRow | null,
): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`select * from event
    where (lead_id, ws_id, event_id) > (${after?.lead_id ?? first}::uuid,
        ${after ? wsId : BEFORE_ALL}::uuid, ${after?.event_id ?? BEFORE_ALL}::uuid)
      and lead_id <= ${last} and ws_id = ${wsId}
    order by lead_id, ws_id, event_id limit ${PAGE}`.execute(db);
  return rows;
}
