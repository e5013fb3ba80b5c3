/** What led leads to sales: which value of a source, campaign or content each lead that was handed over belongs to. */
import { type RawBuilder, sql } from 'kysely';
import type { AcceptanceQuery } from '../../lib/contract/reports.ts';
import type { EventKind } from '../../lib/contract/words.ts';
import { handedIn, leadFacts } from './facts.ts';

/**
 * What people read, attended or filled in. Everybody who comes sees pages, and mail only leads there. As the index `event_content`
 * has it.
 */
const CONTENT: readonly EventKind[] = [
  'content_downloaded',
  'webinar_attended',
  'event_attended',
  'form_submitted',
];

/** Leads handed over in the period (`x`, columns of `leadFacts`). */
export function handedLeads(wsId: string, query: AcceptanceQuery): RawBuilder<unknown> {
  return leadFacts({ wsId, query }, handedIn(query));
}

/** `lead_id, stands, value`: each pair of lead and value once; `value` is null where none is known. */
export function touchesOf(wsId: string, query: AcceptanceQuery): RawBuilder<unknown> {
  const leads = handedLeads(wsId, query);
  if (query.by !== 'content') {
    return sql`select x.lead_id, x.stands, ${sql.ref(`x.${query.by}`)} as value from (${leads}) x`;
  }
  const kinds = sql.join(CONTENT.map((kind) => sql.lit(kind)));
  return sql`select distinct x.lead_id, x.stands, coalesce(e.title, e.name) as value from (${leads}) x
    left join event e on e.lead_id = x.lead_id and e.ws_id = ${wsId} and e.kind in (${kinds})
      and not e.machine and e.at <= x.handoff_at`;
}
