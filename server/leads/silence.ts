/** When sources were heard last, of anybody, and whether that is longer ago than it usually is. */
import type { Selectable } from 'kysely';
import type { LeadCard } from '../../lib/contract/lead.ts';
import { silentDays } from '../access/pause.ts';
import type { SourceTable } from '../db/schema-doors.ts';

type Source = LeadCard['sources'][number];

/** By the name of the source: when it was heard last, and its usual pause in milliseconds. */
export type Heard = ReadonlyMap<string, { at: Date; usual: number }>;

/** What is on record of a source that was not let go; a team has a handful. */
export type HeardRow = Pick<Selectable<SourceTable>, 'label' | 'last_at' | 'usual_pause'>;

export function heardIn(rows: readonly HeardRow[]): Heard {
  const heard = new Map<string, { at: Date; usual: number }>();
  for (const { label, last_at: at, usual_pause } of rows) {
    const other = heard.get(label);
    // Of two of one name the one that was heard last counts.
    if (at === null || (other && other.at > at)) continue;
    heard.set(label, { at, usual: (usual_pause ?? 0) * 1000 });
  }
  return heard;
}

/** @returns the same sources; of imports and of senders that were let go it is not on record, which is no silence */
export function withSilence(
  sources: readonly Pick<Source, 'name' | 'lastAt'>[],
  heard: Heard,
  now: number,
): Source[] {
  return sources.map((source) => {
    const own = heard.get(source.name);
    return {
      ...source,
      heardAt: own?.at.toISOString() ?? null,
      silentDays: own ? silentDays(own.at.getTime(), own.usual, now) : null,
    };
  });
}
