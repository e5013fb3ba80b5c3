/** When it happened, by a clock that nobody set. */

/** No marketing event that anybody tracks is older. */
export const EARLIEST = Date.UTC(2005, 0, 1);
export const FUTURE_MS = 10 * 60_000;
const SLOW_MS = 10 * 60_000;

export interface Moment {
  at: number;
  corrected: boolean;
  /** What the sender claimed, when that was absurd. */
  claimed: string | null;
}

/**
 * With `sentAt` a clock that is off is set right by the difference of two of its readings, as at Segment:
 * `receivedAt - (sentAt - timestamp)`. One that is a year off is then no problem at all.
 *
 * @param timestamp,sentAt as they came; anything
 * @returns the time in ms; when it was got when the claim is unreadable, before 2005, or in the future
 */
export function momentOf(timestamp: unknown, sentAt: unknown, receivedAt: number): Moment {
  if (timestamp === undefined || timestamp === null) {
    return { at: receivedAt, corrected: false, claimed: null };
  }
  const happened = millis(timestamp);
  const at = happened === null ? null : happened + lagOf(millis(sentAt), receivedAt);
  if (at === null || at < EARLIEST || at > receivedAt + FUTURE_MS) {
    // Of an object not even String() is safe: its own `toString` may be anything.
    const claimed = typeof timestamp === 'object' ? 'an object' : String(timestamp).slice(0, 100);
    return { at: receivedAt, corrected: true, claimed };
  }
  // Slightly ahead is jitter; nothing is shown as happening later than now.
  return { at: Math.min(at, receivedAt), corrected: false, claimed: null };
}

/**
 * A request that was under way or tried again for a while looks like a clock that is slow. Within ten minutes the sender is
 * believed: moved by how long each request took, what one sender did would not stay in order.
 *
 * @returns what to add to the sender's times
 */
function lagOf(sentAt: number | null, receivedAt: number): number {
  if (sentAt === null) return 0;
  const lag = receivedAt - sentAt;
  return lag >= 0 && lag <= SLOW_MS ? 0 : lag;
}

function millis(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? Math.trunc(value) : null;
  if (typeof value !== 'string' || value.length > 100) return null;
  const parsed = Date.parse(value);
  return Number.isNaN(parsed) ? null : parsed;
}
