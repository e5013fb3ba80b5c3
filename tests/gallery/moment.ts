/** The fixed moment and place of everything made up here. */

/** Monday 23 November 2026, 14:05 in Berlin. */
export const NOW = Date.parse('2026-11-23T13:05:00Z');
export const PLACE = { timeZone: 'Europe/Berlin' };

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** @returns the instant that long ago. */
export const before = (span: number): string => new Date(NOW - span).toISOString();

/** @returns a UUID that says its number. */
export const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
