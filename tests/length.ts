/**
 * How long the long suites are.
 *
 * Every `npm test` runs a short share of them, so that it ends within half an hour; `npm run test:long` runs everything at its
 * full length, and `test:kills`, `test:walks` and `test:screens` one suite of it. What the short share leaves out is said where
 * it is shortened: search for `isLong`.
 */

/** Whether whoever started the tests has time: `npm test -- --long` and what stands for it. */
export const isLong = process.env.TRUCE_LONG === 'yes';

/** Picks what of a long suite is run today; TRUCE_DAY runs another day's share again. */
export const today = Number(process.env.TRUCE_DAY) || Math.floor(Date.now() / 86_400_000);
