/** How long a sender usually says nothing, and when that is longer than usual. Pure. */

const DAY = 86_400_000;
/** A long pause is forgotten in halves: what was usual in spring need not be in autumn. */
const HALF_LIFE = 30 * DAY;
/** Over a weekend most senders have nothing to say. */
const NEVER_LONG = 3 * DAY;
/** Longer than usual is: by half. */
const BEYOND_USUAL = 1.5;

/**
 * @param usual what was usual until now, in milliseconds
 * @param pause how long it had said nothing when it was heard now
 * @returns the longest pause it made, halved with every thirty days since
 */
export function usualPause(usual: number, pause: number): number {
  return Math.max(pause, usual * 2 ** (-pause / HALF_LIFE));
}

/** @returns whole days since it was heard; null while that is shorter than three days, or no more than half again its usual pause */
export function silentDays(heardAt: number, usual: number, now: number): number | null {
  const pause = now - heardAt;
  return pause < NEVER_LONG || pause <= usual * BEYOND_USUAL ? null : Math.floor(pause / DAY);
}
