/** A filter of the queue as the end of an address, so that back works and a view can be sent to a colleague. */
import { type ReviewFilter, reviewFilter } from '../contract/review.ts';

/** What is shown when nothing is chosen. */
export const EVERYTHING: ReviewFilter = reviewFilter.parse({});

const ROOM = '#queue';
/** One letter of the address names each list; an empty value stands for "none is known". */
const LISTS = {
  reason: 'reasons',
  source: 'sources',
  campaign: 'campaigns',
} as const satisfies Record<string, keyof ReviewFilter>;

/** @returns `#queue`, and what the filter asks for after it */
export function addressOf(filter: ReviewFilter): string {
  const parts = new URLSearchParams();
  if (filter.state !== 'open') parts.set('state', filter.state);
  for (const said of filter.said) parts.append('said', said);
  for (const [name, list] of Object.entries(LISTS)) {
    for (const value of filter[list]) parts.append(name, value ?? '');
  }
  for (const rep of filter.reps) parts.append('rep', rep);
  if (filter.points) parts.set('points', `${filter.points.from}~${filter.points.to}`);
  if (filter.hours) parts.set('hours', `${filter.hours.from}~${filter.hours.to ?? ''}`);
  if (filter.text) parts.set('text', filter.text);
  const asked = parts.toString();
  return asked ? `${ROOM}/${asked}` : ROOM;
}

/** @returns what an address asks for; everything that waits when it is not one of ours, null when it names another room */
export function filterAt(hash: string): ReviewFilter | null {
  if (hash !== '' && hash !== '#' && hash !== ROOM && !hash.startsWith(`${ROOM}/`)) return null;
  const parts = new URLSearchParams(hash.slice(ROOM.length + 1));
  const named = (name: string) => parts.getAll(name).map((value) => (value === '' ? null : value));
  const points = span(parts.get('points'));
  const hours = span(parts.get('hours'));
  const parsed = reviewFilter.safeParse({
    state: parts.get('state') ?? 'open',
    said: parts.getAll('said'),
    reasons: named('reason'),
    sources: named('source'),
    campaigns: named('campaign'),
    reps: parts.getAll('rep'),
    points: points?.from === undefined || points.to === null ? null : points,
    hours,
    text: parts.get('text') ?? '',
  });
  return parsed.success ? parsed.data : EVERYTHING;
}

function span(text: string | null): { from: number; to: number | null } | null {
  const [from, to] = text?.split('~') ?? [];
  if (!from) return null;
  return { from: Number(from), to: to ? Number(to) : null };
}

/** @returns whether both ask for the same */
export function sameFilter(one: ReviewFilter, other: ReviewFilter): boolean {
  return one === other || addressOf(one) === addressOf(other);
}
