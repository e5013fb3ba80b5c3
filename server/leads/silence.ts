/** When sources were heard last, of anybody, and whether that is longer ago than it usually is. */
import type { LeadCard } from '../../lib/contract/lead.ts';
import { silentDays } from '../access/pause.ts';
import type { Db } from '../db/database.ts';

type Source = LeadCard['sources'][number];

/** By the name of the source: when it was heard last, and its usual pause in milliseconds. */
export type Heard = ReadonlyMap<string, { at: Date; usual: number }>;

/** @returns what is on record of all sources of a workspace; a team has a handful */
export async function heardOf(db: Db, wsId: string): Promise<Heard> {
  const rows = await db
    .selectFrom('source')
    .where('ws_id', '=', wsId)
    .where('revoked_at', 'is', null)
    .select(['label', 'last_at', 'usual_pause'])
    // Of two of one name the one that was heard last comes last and so wins below.
    .orderBy('last_at')
    .execute();
  return new Map(
    rows.flatMap(({ label, last_at, usual_pause }) =>
      last_at === null ? [] : [[label, { at: last_at, usual: (usual_pause ?? 0) * 1000 }]],
    ),
  );
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
