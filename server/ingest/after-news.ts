/** What a lead is after news that nobody has seen before: what was said of it, its counters, its points. */
import type { Counters } from '../../lib/contract/counters.ts';
import type { LeadDefinition } from '../../lib/contract/definition.ts';
import type { Db } from '../db/database.ts';
import { fastClicks, isMailed, mailedNear } from '../leads/fast-clicks.ts';
import type { Lead } from '../leads/follow.ts';
import { blankFor, countOn } from '../leads/rescore.ts';
import { standingOf } from '../leads/standing.ts';
import { leadEventOf } from './insert-events.ts';
import type { EventDraft } from './message.ts';
import type { PlainNews } from './sort-people.ts';
import { hear } from './traits.ts';

export interface After {
  /** As it was read. */
  before: Lead;
  /** As it will be; its revision is still the one that was read. */
  lead: Lead;
  counters: Counters;
  events: CellEvent[];
  /** Has no row yet. */
  isNew: boolean;
  /** False when nothing that was said is new. */
  isChanged: boolean;
}

/** @returns null when only all events of the lead can tell */
export function afterNews(
  news: PlainNews,
  fast: ReadonlySet<string>,
  definition: LeadDefinition,
  now: number,
): After | null {
  const { lead: known, messages } = news;
  const counters = news.counters ?? blankFor(known, definition);
  if (!counters) return null;
  const lead = messages.reduce(hear, known);
  const events = eventsIn(news).map((event) =>
    fast.has(event.eventId) ? { ...event, machine: true } : event,
  );
  const counted = countOn(lead, counters, events.map(leadEventOf), definition);
  if (!counted) return null;
  // A first revision was made for this request and has no score yet.
  const isChanged = known.rev === 1 || news.isNamed || lead !== known || events.length > 0;
  const saidAt = Math.max(...messages.map(({ at }) => at));
  const acted = events.some(({ machine }) => !machine);
  const standing = standingOf({ lead, saidAt, acted, ...counted }, definition, now);
  const { isNew } = news;
  const after = { ...lead, ...standing };
  return { before: known, lead: after, counters: counted.counters, events, isNew, isChanged };
}

/** With the part of the lead whose name it came by. */
interface CellEvent extends EventDraft {
  cell: string | undefined;
}

/** Of two with one id in this batch, the first counts. */
function eventsIn({ messages }: PlainNews): CellEvent[] {
  const events = new Map<string, CellEvent>();
  for (const { event, cell } of messages) {
    if (event && !events.has(event.eventId)) events.set(event.eventId, { ...event, cell });
  }
  return [...events.values()];
}

/**
 * Clicks that came faster than anybody reads, among these events and those that are stored near them.
 *
 * @returns the ids by lead; null where an event that is stored already is one of them
 */
export async function fastIn(
  db: Db,
  wsId: string,
  all: readonly PlainNews[],
): Promise<(leadId: string) => ReadonlySet<string> | null> {
  const mailed = new Map(
    all.flatMap((news) => {
      const own = eventsIn(news).map(leadEventOf).filter(isMailed);
      return own.length === 0 ? [] : [[news.lead.lead_id, own] as const];
    }),
  );
  if (mailed.size === 0) return () => NONE;
  const near = await mailedNear(db, wsId, mailed);
  return (leadId) => {
    const own = mailed.get(leadId);
    if (!own) return NONE;
    const ids = new Set(own.map(({ id }) => id));
    const stored = (near.get(leadId) ?? []).filter(({ id }) => !ids.has(id));
    const fast = fastClicks([...stored, ...own]);
    return fast.every((id) => ids.has(id)) ? new Set(fast) : null;
  };
}

const NONE: ReadonlySet<string> = new Set();
