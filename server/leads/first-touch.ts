/** Where a lead came from: the first thing a person did; while nobody did anything, the first thing at all. */
import { isOutcome } from '../../lib/contract/words.ts';
import type { Lead } from './follow.ts';
import type { LeadEvent } from './scored-events.ts';

export type FirstTouch = Pick<Lead, 'first_at' | 'first_source' | 'first_campaign'>;

/** @param events all of the lead, oldest first */
export function firstOf(events: readonly LeadEvent[]): FirstTouch {
  const own = events.filter(({ kind }) => !isOutcome(kind));
  return touch(own.find((event) => !event.machine) ?? own[0]);
}

/**
 * @param known what it was before these events
 * @param people how many events by people there were before
 * @param fresh the new ones, in any order
 * @returns what it is now; null when a new event is of the very millisecond of the known one, and only their ids could tell
 */
export function firstWith(
  known: FirstTouch,
  people: number,
  fresh: readonly LeadEvent[],
): FirstTouch | null {
  const own = fresh.filter(({ kind }) => !isOutcome(kind));
  const byPeople = own.filter((event) => !event.machine);
  if (people > 0 && byPeople.length === 0) return known;
  const earliest = (byPeople.length > 0 ? byPeople : own).toSorted(byTime)[0];
  if (!earliest) return known;
  // The first person takes the place of whatever machine was there before.
  const before = byPeople.length > 0 && people === 0 ? null : known.first_at;
  if (before === null || earliest.at < before.getTime()) return touch(earliest);
  return earliest.at === before.getTime() ? null : known;
}

function touch(event: LeadEvent | undefined): FirstTouch {
  return {
    first_at: event ? new Date(event.at) : null,
    first_source: event ? (event.channel ?? event.source) : null,
    first_campaign: event?.campaign ?? null,
  };
}

/** The order of the timeline. */
function byTime(a: LeadEvent, b: LeadEvent): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}
