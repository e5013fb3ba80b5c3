/** Days in words, the same on every machine. */

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** @returns `3 March 2026`, by UTC */
export function dayInWords(at: number | Date): string {
  return DAY.format(at);
}
