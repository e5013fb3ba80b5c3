/** After anything about a lead changed: its points, where it came from, and whether it is sales' turn. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Stage } from '../../lib/contract/words.ts';
import { type FitAttributes, scoreLead } from '../../lib/score/score.ts';
import type { Db } from '../db/database.ts';
import { fastClicks } from './fast-clicks.ts';
import type { Lead } from './follow.ts';
import { eventsOf, type LeadEvent } from './scored-events.ts';

/** The columns that follow from the others. */
export interface Standing {
  points: number;
  stage: Stage;
  handoff_at: Date | null;
  first_at: Date | null;
  first_source: string | null;
  first_campaign: string | null;
}

/** @returns what the fit rules look at */
export function fitOf(lead: Pick<Lead, 'email' | 'title' | 'company' | 'traits'>): FitAttributes {
  return {
    email: lead.email,
    title: lead.title,
    company: lead.company,
    industry: lead.traits.industry ?? null,
    country: lead.traits.country ?? null,
  };
}

/**
 * Also marks clicks that no person can have made. The caller holds the rows and writes what is returned.
 *
 * @param leads as they will be, with everything that was said about them
 * @returns the new standing by lead id
 */
export async function rescore(
  tx: Db,
  wsId: string,
  leads: readonly Lead[],
  definition: LeadDefinition,
  now: number,
): Promise<Map<string, Standing>> {
  const events = await eventsOf(
    tx,
    wsId,
    leads.map((lead) => lead.lead_id),
  );
  const standings = new Map<string, Standing>();
  for (const lead of leads) {
    const own = await withoutFastClicks(tx, wsId, lead.lead_id, events.get(lead.lead_id) ?? []);
    standings.set(lead.lead_id, standingOf(lead, own, definition, now));
  }
  return standings;
}

function standingOf(
  lead: Lead,
  events: readonly LeadEvent[],
  definition: LeadDefinition,
  now: number,
): Standing {
  const { points } = scoreLead(events, fitOf(lead), definition, now);
  const first = events.find((event) => !event.machine) ?? events[0];
  const crosses = lead.stage === 'inquiry' && points >= definition.mqlAt && isSomebody(lead);
  return {
    points,
    stage: crosses ? 'mql' : lead.stage,
    handoff_at: crosses ? new Date(now) : lead.handoff_at,
    first_at: first ? new Date(first.at) : null,
    first_source: first ? (first.channel ?? first.source) : null,
    first_campaign: first?.campaign ?? null,
  };
}

/** Nobody can call a visitor without a name, so one is never handed to sales; who they are may come later. */
function isSomebody(lead: Lead): boolean {
  return lead.email !== null || lead.name !== null;
}

async function withoutFastClicks(
  tx: Db,
  wsId: string,
  leadId: string,
  events: LeadEvent[],
): Promise<LeadEvent[]> {
  const fast = new Set(fastClicks(events));
  if (fast.size === 0) return events;
  await tx
    .updateTable('event')
    .set({ machine: true })
    .where('lead_id', '=', leadId)
    .where('ws_id', '=', wsId)
    .where('event_id', 'in', [...fast])
    .execute();
  return events.map((event) => (fast.has(event.id) ? { ...event, machine: true } : event));
}
