/** When the sources of a card were heard last, of anybody, and whether that is longer ago than it usually is. */
import type { LeadCard } from '../../lib/contract/lead.ts';
import { silentDays } from '../access/pause.ts';
import type { Db } from '../db/database.ts';

type Source = LeadCard['sources'][number];

/** @returns the same sources; of imports and of senders that were let go it is not on record, which is no silence */
export async function withSilence(
  db: Db,
  wsId: string,
  sources: readonly Pick<Source, 'name' | 'lastAt'>[],
  now: number,
): Promise<Source[]> {
  if (sources.length === 0) return [];
  const rows = await db
    .selectFrom('source')
    .where('ws_id', '=', wsId)
    .where('revoked_at', 'is', null)
    .where(
      'label',
      'in',
      sources.map(({ name }) => name),
    )
    .select(['label', 'last_at', 'usual_pause'])
    // Of two of one name the one that was heard last comes last and so wins below.
    .orderBy('last_at')
    .execute();
  const heard = new Map(
    rows.flatMap(({ label, last_at, usual_pause }) =>
      last_at === null ? [] : [[label, { at: last_at, usual: (usual_pause ?? 0) * 1000 }]],
    ),
  );
  return sources.map((source) => {
    const own = heard.get(source.name);
    return {
      ...source,
      heardAt: own?.at.toISOString() ?? null,
      silentDays: own ? silentDays(own.at.getTime(), own.usual, now) : null,
    };
  });
}
