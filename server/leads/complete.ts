/** Leads with their counters, whether those are in their table already or not. */
import type { Counters } from '../../lib/contract/counters.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import { countersOf } from '../../lib/score/counters.ts';
import type { Db } from '../db/database.ts';
import type { CountedLead, ShownLead } from './counting.ts';
import { eventsOf } from './scored-events.ts';

export interface Complete<Of = ShownLead> {
  lead: Of;
  counters: Counters;
}

/** Those not counted under this definition yet are counted here, as on their card; rescoring is on its way. */
export async function complete<Of extends ShownLead>(
  db: Db,
  wsId: string,
  leads: ReadonlyMap<string, CountedLead<Of>>,
  definition: LeadDefinition,
): Promise<Map<string, Complete<Of>>> {
  const rest = [...leads.values()].filter(({ counters }) => !counters);
  const events = await eventsOf(
    db,
    wsId,
    rest.map(({ lead }) => lead.lead_id),
  );
  return new Map(
    [...leads].map(([asked, { lead, counters }]) => [
      asked,
      { lead, counters: counters ?? countersOf(events.get(lead.lead_id) ?? [], definition) },
    ]),
  );
}
