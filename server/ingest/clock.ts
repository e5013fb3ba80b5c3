/** When it happened, by a clock that nobody set. */

/** No marketing event that anybody tracks is older. */
const EARLIEST = Date.UTC(2005, 0, 1);
const FUTURE_MS = 10 * 60_000;

export interface Moment {
  at: number;
  corrected: boolean;
  /** What the sender claimed, when that was absurd. */
  claimed: string | null;
}

/**
 * With `sentAt` only the difference of two readings of the sender's clock counts, as at Segment:
 * `receivedAt - (sentAt - timestamp)`. A clock that is a year off is then no problem at all.
 *
 * @param timestamp,sentAt as they came; anything
 * @returns the time in ms; when it was got when the claim is unreadable, before 2005, or in the future
 */
export function momentOf(timestamp: unknown, sentAt: unknown, receivedAt: number): Moment {
  if (timestamp === undefined || timestamp === null) {
    return { at: receivedAt, corrected: false, claimed: null };
  }
  const happened = millis(timestamp);
  const sent = millis(sentAt);
  const at = happened === null || sent === null ? happened : receivedAt - (sent - happened);
  if (at === null || at < EARLIEST || at > receivedAt + FUTURE_MS) {
    // Of an object not even String() is safe: its own `toString` may be anything.
    const claimed = typeof timestamp === 'object' ? 'an object' : String(timestamp).slice(0, 100);
    return { at: receivedAt, corrected: true, claimed };
  }
  // Slightly ahead is jitter; nothing is shown as happening later than now.
  return { at: Math.min(at, receivedAt), corrected: false, claimed: null };
}

function millis(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? Math.trunc(value) : null;
  if (typeof value !== 'string' || value.length > 100) return null;
  const parsed = Date.parse(value);
  return Number.isNaN(parsed) ? null : parsed;
}
