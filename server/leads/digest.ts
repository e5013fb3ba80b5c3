/**
 * What a card tells of a lead's events, without the events: made of all of them in memory, or by the database where they
 * are many (digest-in-database.ts). A test compares the two.
 */
import type { ContentRead, LeadCard } from '../../lib/contract/lead.ts';
import { LIMITS } from '../../lib/contract/text.ts';
import { type EventKind, isOutcome } from '../../lib/contract/words.ts';
import { isMoment } from './moments.ts';
import type { LeadEvent } from './scored-events.ts';

/** All events of one source that are of one kind and made by people, or by machines. */
export interface Tally {
  source: string;
  kind: EventKind;
  machine: boolean;
  times: number;
  lastAt: number;
}

/** A page or content they saw, and when last. */
export interface Seen {
  times: number;
  last: LeadEvent;
}

export interface Digest {
  tallies: Tally[];
  /** The first and the last thing the person did. */
  first: LeadEvent | null;
  last: LeadEvent | null;
  /** What they saw, most often first; of equals what was seen last. At most ten. */
  seen: Seen[];
  /** How opportunities went, oldest first. */
  outcomes: LeadEvent[];
}

/** Mail that went out is ours, not theirs. */
export const OURS: readonly EventKind[] = ['email_sent', 'email_delivered', 'email_bounced'];
export const SEEN: readonly EventKind[] = ['page_viewed', 'content_downloaded'];
export const MOST_SEEN = 10;

/** @returns whether the person did it: machines are nobody, and how it ended is told above the story */
export function isOwn({ machine, kind }: Pick<LeadEvent, 'machine' | 'kind'>): boolean {
  return !machine && !OURS.includes(kind) && !isOutcome(kind);
}

/** @param events all of the lead, oldest first */
export function digestOf(events: readonly LeadEvent[]): Digest {
  const own = events.filter(isOwn);
  return {
    tallies: talliesOf(events),
    first: own[0] ?? null,
    last: own.at(-1) ?? null,
    seen: seenIn(own),
    outcomes: events.filter(({ kind }) => isOutcome(kind)),
  };
}

/** @returns how many events there are that this is true of */
export function timesOf({ tallies }: Digest, isSo: (tally: Tally) => boolean): number {
  return tallies.reduce((sum, tally) => (isSo(tally) ? sum + tally.times : sum), 0);
}

/** @returns when the last one was that this is true of */
export function lastOf({ tallies }: Digest, isSo: (tally: Tally) => boolean): number | null {
  const times = tallies.filter(isSo).map(({ lastAt }) => lastAt);
  return times.length === 0 ? null : Math.max(...times);
}

/** @returns how many there are, and how many of them are worth telling one by one */
export function countsOf(digest: Digest): LeadCard['counts'] {
  const byKind: LeadCard['counts']['byKind'] = {};
  for (const { kind, times } of digest.tallies) byKind[kind] = (byKind[kind] ?? 0) + times;
  return { all: timesOf(digest, () => true), moments: timesOf(digest, isMoment), byKind };
}

/** @returns what they read, watched or downloaded, as a card lists it */
export function contentOf({ seen }: Digest): ContentRead[] {
  return seen.map(({ times, last: { title, name, url, at } }) => ({
    title: (title ?? name).slice(0, LIMITS.line),
    url,
    times,
    lastAt: new Date(at).toISOString(),
  }));
}

/** Who told us, and when last; the freshest first. */
export function sourcesOf({ tallies }: Digest): { name: string; lastAt: string }[] {
  const last = new Map<string, number>();
  for (const { source, lastAt } of tallies)
    last.set(source, Math.max(last.get(source) ?? 0, lastAt));
  return [...last]
    .sort(([a, at], [b, bt]) => bt - at || (a < b ? -1 : 1))
    .map(([name, at]) => ({ name, lastAt: new Date(at).toISOString() }));
}

function talliesOf(events: readonly LeadEvent[]): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const { source, kind, machine, at } of events) {
    const key = `${kind} ${machine} ${source}`;
    const tally = tallies.get(key) ?? { source, kind, machine, times: 0, lastAt: at };
    tally.times += 1;
    tally.lastAt = Math.max(tally.lastAt, at);
    tallies.set(key, tally);
  }
  return [...tallies.values()];
}

function seenIn(own: readonly LeadEvent[]): Seen[] {
  const seen = new Map<string, Seen>();
  for (const event of own) {
    if (!SEEN.includes(event.kind)) continue;
    const key = event.path ?? event.title ?? event.name;
    seen.set(key, { times: (seen.get(key)?.times ?? 0) + 1, last: event });
  }
  return mostSeen([...seen.values()]);
}

/** @returns those that a card shows, in its order */
export function mostSeen(seen: readonly Seen[]): Seen[] {
  return seen.toSorted(byTimes).slice(0, MOST_SEEN);
}

function byTimes(a: Seen, b: Seen): number {
  return b.times - a.times || b.last.at - a.last.at || (a.last.id < b.last.id ? 1 : -1);
}
