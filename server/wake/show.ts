/** What a card shows of sleeping and waking, read off the verdicts it has anyway. Pure. */
import type { LeadCard } from '../../lib/contract/lead.ts';
import type { Woken } from '../../lib/contract/wake.ts';
import type { FeedbackRow } from '../leads/history.ts';
import { restOf } from './rest.ts';

/** @param rows of one lead */
export function sleepIn(rows: readonly FeedbackRow[]): LeadCard['sleep'] {
  const row = rows.find(({ rest }) => rest === 'asleep');
  if (!row) return null;
  const { signals, until } = restOf(row);
  return { until, signals: [...signals] };
}

/** @param rows of one lead */
export function wokenIn(rows: readonly FeedbackRow[]): LeadCard['woken'] {
  const row = rows.find(({ rest }) => rest === 'woken');
  return row ? wokenOf(row) : null;
}

/** @returns null when it has not woken */
export function wokenOf({
  woken,
  woken_at,
}: Pick<FeedbackRow, 'woken' | 'woken_at'>): Woken | null {
  return woken && woken_at ? { at: woken_at.toISOString(), ...woken } : null;
}

/**
 * @param rows of one lead, newest first
 * @returns when sales first answered since the lead was last handed over to them, which a waking does again
 */
export function answeredIn(rows: readonly FeedbackRow[]): string | null {
  const verdicts = rows.filter(({ kind }) => kind === 'verdict');
  const last = verdicts.findIndex(({ woken_at }) => woken_at !== null);
  const since = last === -1 ? verdicts : verdicts.slice(0, last);
  return since.at(-1)?.order_at.toISOString() ?? null;
}
