/** After anything about a lead changed: its points, where it came from, and whether it is sales' turn. */
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Stage } from '../../lib/contract/words.ts';
import { type FitAttributes, pointsOf } from '../../lib/score/score.ts';
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

/** A lead as it will be, with everything that was said about it. */
export interface Changed {
  lead: Lead;
  /** When the newest of what changed it was said, by the clock of whoever said it. */
  saidAt: number;
}

/** What reaches us later than this is history: an import, or years of another tool's data. */
const NEWS_FOR_MS = 3_600_000;

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
 * @returns the new standing by lead id
 */
export async function rescore(
  tx: Db,
  wsId: string,
  changed: readonly Changed[],
  definition: LeadDefinition,
  now: number,
): Promise<Map<string, Standing>> {
  const events = await eventsOf(
    tx,
    wsId,
    changed.map(({ lead }) => lead.lead_id),
  );
  const standings = new Map<string, Standing>();
  for (const { lead, saidAt } of changed) {
    const own = await withoutFastClicks(tx, wsId, lead.lead_id, events.get(lead.lead_id) ?? []);
    standings.set(lead.lead_id, standingOf(lead, saidAt, own, definition, now));
  }
  return standings;
}

function standingOf(
  lead: Lead,
  saidAt: number,
  events: readonly LeadEvent[],
  definition: LeadDefinition,
  now: number,
): Standing {
  const points = pointsOf(events, fitOf(lead), definition, now);
  const first = events.find((event) => !event.machine) ?? events[0];
  const crosses = lead.stage === 'inquiry' && points >= definition.mqlAt && isSomebody(lead);
  return {
    points,
    stage: crosses ? 'mql' : lead.stage,
    handoff_at: crosses ? handoffTime(saidAt, now) : lead.handoff_at,
    first_at: first ? new Date(first.at) : null,
    first_source: first ? (first.channel ?? first.source) : null,
    first_campaign: first?.campaign ?? null,
  };
}

/**
 * Sales' promise begins when the store can tell them. History is handed over when it happened, or every lead of an
 * import would be due tomorrow.
 */
function handoffTime(saidAt: number, now: number): Date {
  return new Date(now - saidAt > NEWS_FOR_MS ? saidAt : now);
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
