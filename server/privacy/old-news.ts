/** Messages of before somebody was erased that arrive again: a retry, a backfill, an import of the same file. */
import type { Store } from '../http/context.ts';
import type { Message } from '../ingest/message.ts';
import { erasedAmong, latestErasure } from './marks.ts';

export const ERASED = 'This is from before the person was erased, so it is not kept.';
export const UNDATED =
  'The person was erased here, and without a date nobody can tell whether this is from before that. If they came back of their own will, give the row a date, or let them come by a form.';

/**
 * @param isUndated by place: its time is only when it came, which says nothing of when it was so
 * @returns the places of messages that must not be kept
 */
export async function oldNews(
  store: Pick<Store, 'db' | 'seal'>,
  wsId: string,
  messages: readonly Message[],
  isUndated: (place: number) => boolean = () => false,
): Promise<Set<number>> {
  const latest = await latestErasure(store.db, wsId);
  const found = new Set<number>();
  if (latest === null) return found;
  const old = messages.filter(({ at }, place) => at < latest || isUndated(place));
  if (old.length === 0) return found;
  const idents = [...new Set(old.flatMap(({ who }) => who.idents))];
  const erased = await erasedAmong(store, wsId, idents);
  if (erased.size === 0) return found;
  for (const [place, { at, who }] of messages.entries()) {
    const time = isUndated(place) ? Number.NEGATIVE_INFINITY : at;
    if (who.idents.some((ident) => time < (erased.get(ident) ?? Number.NEGATIVE_INFINITY))) {
      found.add(place);
    }
  }
  return found;
}
