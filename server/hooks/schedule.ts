/** When to try again: the schedule that Standard Webhooks suggests, ten attempts over about three days. */
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const AFTER: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
/** A receiver may ask for more patience than the schedule has, up to this. */
const MOST_ASKED = 24 * HOUR;

/**
 * @param attempts how many there were
 * @param retryAfter seconds that the receiver asked for
 * @param chance 0 to 1: up to a tenth is added, so that what failed together does not come back together
 * @returns milliseconds until the next one; null when that was the last
 */
export function waitAfter(
  attempts: number,
  retryAfter: number | null,
  chance: number,
): number | null {
  const wait = AFTER[attempts - 1];
  if (wait === undefined) return null;
  const asked = Math.min((retryAfter ?? 0) * SECOND, MOST_ASKED);
  return Math.round(Math.max(wait, asked) * (1 + chance / 10));
}
