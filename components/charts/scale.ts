/** Places in a plot, as the percentages SVG and CSS take. */

/** @returns a share of the plot as a length */
export const at = (share: number): string => `${(share * 100).toFixed(2)}%`;

/**
 * Puts labels into as many rows as it takes for none to lie on another.
 *
 * @param places as shares, in rising order
 * @param apart how far two in one row have to be
 * @returns the row of each
 */
export function rowsFor(places: readonly number[], apart: number): number[] {
  const last: number[] = [];
  return places.map((place) => {
    const free = last.findIndex((end) => place - end >= apart);
    const row = free < 0 ? last.length : free;
    last[row] = place;
    return row;
  });
}

/** @returns where a value lies between two places, in px */
export const between =
  (least: number, most: number, from: number, to: number) =>
  (value: number): number =>
    from + ((value - least) / (most - least || 1)) * (to - from);

/** A share of one, and the interval that holds it 95 times in 100. */
export type Share = { share: number; low: number; high: number };
