/** The filter of the queue as boxes and fields. Nothing chosen means everything. */
import { type ReviewFilter, reviewFilter } from '../../lib/contract/review.ts';

export const EVERYTHING: ReviewFilter = reviewFilter.parse({});

/** @returns whether they ask for the same. */
export const same = (one: ReviewFilter, other: ReviewFilter): boolean =>
  JSON.stringify(reviewFilter.parse(one)) === JSON.stringify(reviewFilter.parse(other));

/** @returns whether anything but open or answered is asked for. */
export const narrows = (filter: ReviewFilter): boolean =>
  !same(filter, { ...EVERYTHING, state: filter.state });

/** @returns the list with this one in or out. */
export const toggled = <T>(list: readonly T[], one: T): T[] =>
  list.includes(one) ? list.filter((each) => each !== one) : [...list, one];

/** The three ages one can choose, in hours. */
export const AGES = [
  { id: 'day', from: 0, to: 24 },
  { id: 'twoDays', from: 24, to: 48 },
  { id: 'longer', from: 48, to: null },
] as const;
