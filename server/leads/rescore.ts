/** After anything about a lead changed: its counters, its points, where it came from, and whether it is sales' turn. */
import type { Counters } from '../../lib/contract/counters.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import { isOutcome } from '../../lib/contract/words.ts';
import { count, countersOf, noCounters } from '../../lib/score/counters.ts';
import type { Db } from '../db/database.ts';
import { countersOfLeads, saveCounters } from './counting.ts';
import { fastClicks, mailedNear, markMachine } from './fast-clicks.ts';
import { type FirstTouch, firstOf, firstWith } from './first-touch.ts';
import type { Lead } from './follow.ts';
import { eventsOf, type LeadEvent } from './scored-events.ts';
import { type Standing, standingOf } from './standing.ts';

/** A lead as it will be, with everything that was said about it. */
export interface Changed {
  lead: Lead;
  /** When the newest of what changed it was said, by the clock of whoever said it. */
  saidAt: number;
  /** Its events that were stored just now; null when all of them have to be counted again. */
  fresh: readonly LeadEvent[] | null;
}

/** Counters, and where the lead came from. */
export interface Counted {
  counters: Counters;
  first: FirstTouch;
}

/**
 * Counts what is new, in O(1) per event, and saves the counters; only where that cannot be right (no counters yet, others
 * that tell events apart otherwise, an older event that turns out to be a machine's) it reads all events. The caller holds
 * the rows of the leads and writes what is returned.
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
  const fresh = await withoutFastClicks(tx, wsId, changed);
  const kept = await countersOfLeads(tx, wsId, [...fresh.keys()], definition);
  const counted = new Map<string, Counted>();
  for (const { lead } of changed) {
    const own = fresh.get(lead.lead_id);
    const before = kept.get(lead.lead_id) ?? blankFor(lead, definition);
    const after = own && before && countOn(lead, before, own, definition);
    if (after) counted.set(lead.lead_id, after);
  }
  const rest = changed.map(({ lead }) => lead.lead_id).filter((id) => !counted.has(id));
  for (const [id, all] of await countAnew(tx, wsId, rest, definition)) counted.set(id, all);
  await saveCounters(tx, wsId, new Map(mapped(counted, (one) => one.counters)), definition);
  const standing = ({ lead, saidAt, fresh: own }: Changed) => {
    const known = counted.get(lead.lead_id);
    if (!known) throw new Error('A lead was changed and not counted.');
    const acted = (fresh.get(lead.lead_id) ?? own)?.some(isOwnDoing) ?? false;
    return standingOf({ lead, saidAt, acted, ...known }, definition, now);
  };
  return new Map(changed.map((one) => [one.lead.lead_id, standing(one)]));
}

/** Not a machine's, and not what became of the lead. */
function isOwnDoing({ machine, kind }: LeadEvent): boolean {
  return !machine && !isOutcome(kind);
}

/** A lead of the first revision was made for this very request: it has no events but the fresh ones. */
export function blankFor(lead: Lead, definition: LeadDefinition): Counters | null {
  return lead.rev === 1 ? noCounters(definition) : null;
}

/** @returns null when only all events can tell where the lead came from. Changes `counters`. */
export function countOn(
  lead: Lead,
  counters: Counters,
  fresh: readonly LeadEvent[],
  definition: LeadDefinition,
): Counted | null {
  const { first_at, first_source, first_campaign } = lead;
  const first = firstWith({ first_at, first_source, first_campaign }, counters.people, fresh);
  if (!first) return null;
  for (const event of fresh) count(counters, event, definition);
  return { counters, first };
}

async function countAnew(
  tx: Db,
  wsId: string,
  leadIds: readonly string[],
  definition: LeadDefinition,
): Promise<Map<string, Counted>> {
  const counted = new Map<string, Counted>();
  for (const [leadId, events] of await eventsOf(tx, wsId, leadIds)) {
    const fast = new Set(fastClicks(events));
    await markMachine(tx, wsId, leadId, [...fast]);
    const own = marked(events, fast);
    counted.set(leadId, { counters: countersOf(own, definition), first: firstOf(own) });
  }
  return counted;
}

/**
 * Marks fast clicks among what is new and what is near to it.
 *
 * @returns the fresh events by lead; leads whose older events were marked, and those without a word on what is fresh, are
 *   missing: they have to be counted anew
 */
async function withoutFastClicks(
  tx: Db,
  wsId: string,
  changed: readonly Changed[],
): Promise<Map<string, readonly LeadEvent[]>> {
  const fresh = new Map<string, readonly LeadEvent[]>();
  for (const { lead, fresh: own } of changed) if (own) fresh.set(lead.lead_id, own);
  for (const [leadId, near] of await mailedNear(tx, wsId, fresh)) {
    const fast = new Set(fastClicks(near));
    if (fast.size === 0) continue;
    await markMachine(tx, wsId, leadId, [...fast]);
    const own = fresh.get(leadId) ?? [];
    const ids = new Set(own.map(({ id }) => id));
    if ([...fast].every((id) => ids.has(id))) fresh.set(leadId, marked(own, fast));
    else fresh.delete(leadId);
  }
  return fresh;
}

function marked(events: readonly LeadEvent[], fast: ReadonlySet<string>): readonly LeadEvent[] {
  if (fast.size === 0) return events;
  return events.map((event) => (fast.has(event.id) ? { ...event, machine: true } : event));
}

function mapped<K, V, W>(map: ReadonlyMap<K, V>, change: (value: V) => W): [K, W][] {
  return [...map].map(([key, value]) => [key, change(value)]);
}
