/** `POST /api/leads/scores`: what a list of the CRM shows of up to two hundred records, in a few statements for all. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import {
  type LeadInBrief,
  type LookUpItem,
  lookUp,
  lookUpAnswer,
} from '../../lib/contract/look-up.ts';
import { done } from '../../lib/contract/problem.ts';
import { countersOf } from '../../lib/score/counters.ts';
import { scoreInBrief } from '../../lib/score/score.ts';
import type { Db } from '../db/database.ts';
import { route } from '../http/route.ts';
import { leadsByIdent } from '../ingest/claim.ts';
import type { CountedLead } from './counting.ts';
import { currentDefinition } from './definition.ts';
import { emailIdent, emailOf, recordIdent } from './idents.ts';
import { liveCounted } from './live-counted.ts';
import { fitOf } from './person.ts';
import { eventsOf } from './scored-events.ts';

export const scoresRoute = route({
  method: 'POST',
  path: '/api/leads/scores',
  role: 'rep',
  input: lookUp,
  answer: lookUpAnswer,
  handle: async ({ store, asker, input }) => {
    const { db } = store;
    const { wsId } = asker;
    const now = store.now();
    const definition = await currentDefinition(db, wsId);
    const names = input.items.map(namesOf);
    const ids = await leadsByIdent(db, wsId, [...new Set(names.flat())]);
    const live = await liveCounted(db, wsId, [...new Set(ids.values())], definition);
    const leads = await complete(db, wsId, live, definition);
    const items = names.map((own) => {
      const id = own.map((name) => ids.get(name)).find((id) => id !== undefined && leads.has(id));
      const counted = id === undefined ? undefined : leads.get(id);
      return counted ? briefOf(counted, definition, now) : { found: false as const };
    });
    const { mqlAt, version } = definition;
    return done({ items, mqlAt, definitionVersion: version, asOf: new Date(now).toISOString() });
  },
});

/** The record goes before the address, as when a card is looked for; but a list links nothing, it only looks. */
function namesOf({ record, facts }: LookUpItem): string[] {
  const address = emailOf(facts.email);
  return [
    ...(record ? [recordIdent(record)] : []),
    ...(address === null ? [] : [emailIdent(address)]),
  ];
}

function briefOf(
  { lead, counters }: Complete,
  definition: LeadDefinition,
  now: number,
): LeadInBrief {
  const { lead_id, rev, name, stage, opted_out } = lead;
  return {
    found: true,
    leadId: lead_id,
    rev,
    name,
    stage,
    optedOut: opted_out,
    ...scoreInBrief(counters, fitOf(lead), definition, now),
    chance: null,
    heat: 'cold',
    why: [],
    dueAt: null,
    said: null,
  };
}

type Complete = { [Key in keyof CountedLead]: NonNullable<CountedLead[Key]> };

/** Those not counted under this definition yet are counted here, as on their card; rescoring is on its way. */
async function complete(
  db: Db,
  wsId: string,
  leads: ReadonlyMap<string, CountedLead>,
  definition: LeadDefinition,
): Promise<Map<string, Complete>> {
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
