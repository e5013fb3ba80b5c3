/** `POST /api/leads/scores`: what a list of the CRM shows of up to two hundred records, in a few statements for all. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import {
  type LeadInBrief,
  type LookUpItem,
  lookUp,
  lookUpAnswer,
} from '../../lib/contract/look-up.ts';
import { done } from '../../lib/contract/problem.ts';
import { chanceFor } from '../../lib/score/chance.ts';
import { heatOf } from '../../lib/score/heat.ts';
import { type ScoreAsOf, scoreInBrief } from '../../lib/score/score.ts';
import { route } from '../http/route.ts';
import { leadsByIdent } from '../ingest/claim.ts';
import { calibrationFor } from './calibration.ts';
import { type Complete, complete } from './complete.ts';
import { countedInBrief } from './counting.ts';
import { taughtDefinition } from './definition.ts';
import { emailIdent, emailOf, recordIdent } from './idents.ts';
import { lastSaid } from './last-said.ts';
import { liveCounted } from './live-counted.ts';
import { fitOf } from './person.ts';
import { dueAfter } from './sla.ts';

export const scoresRoute = route({
  method: 'POST',
  path: '/api/leads/scores',
  role: 'rep',
  input: lookUp,
  answer: lookUpAnswer,
  reads: true,
  handle: async ({ store, asker, input }) => {
    const { db } = store;
    const { wsId } = asker;
    const now = store.now();
    const names = input.items.map(namesOf);
    const { definition, taughtAt } = await taughtDefinition(db, asker);
    const ids = await leadsByIdent(db, wsId, [...new Set(names.flat())]);
    const cells = [...new Set(ids.values())];
    const [live, calibration, said] = await Promise.all([
      liveCounted(db, wsId, cells, definition, countedInBrief),
      calibrationFor(db, wsId, definition.version, taughtAt),
      lastSaid(store, asker, cells),
    ]);
    // What was said of leads that were joined lies with the one they are now.
    const others = [...live.values()].flatMap(({ lead: { lead_id } }) =>
      live.has(lead_id) ? [] : [lead_id],
    );
    const [leads, saidOfOthers] = await Promise.all([
      complete(db, wsId, live, definition),
      lastSaid(store, asker, [...new Set(others)]),
    ]);
    const items = names.map((own) => {
      const id = own.map((name) => ids.get(name)).find((id) => id !== undefined && leads.has(id));
      const counted = id === undefined ? undefined : leads.get(id);
      if (!counted) return { found: false as const };
      const brief = briefOf(counted, definition, { now, calibration });
      return { ...brief, said: said.get(brief.leadId) ?? saidOfOthers.get(brief.leadId) ?? null };
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

/** @returns the lead as a list shows it, but for what was said of it */
export function briefOf(
  { lead, counters }: Complete,
  definition: LeadDefinition,
  { now, calibration }: ScoreAsOf,
): Omit<LeadInBrief, 'said'> {
  const { lead_id, rev, name, stage, opted_out } = lead;
  const score = scoreInBrief(counters, fitOf(lead), definition, now);
  const warmth = { points: score.points, stage, optedOut: opted_out, counters };
  return {
    found: true,
    leadId: lead_id,
    rev,
    name,
    stage,
    optedOut: opted_out,
    ...score,
    chance: score.enough ? (chanceFor(score.points, calibration)?.percent ?? null) : null,
    heat: heatOf(warmth, definition, now),
    dueAt: stage === 'mql' && lead.handoff_at ? dueAfter(lead.handoff_at, definition) : null,
  };
}
