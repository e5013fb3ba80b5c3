/** Marks, by which the leads behind a figure are asked for; and sums. */

/** @returns the mark of what is called so; `of` is null where nothing is known, which is another thing than an empty text */
export function markOf(is: string, of: string | null = null): string {
  return of === null ? is : `${is}:${of}`;
}

/** @returns what `markOf` was given */
export function readMark(mark: string): { is: string; of: string | null } {
  const colon = mark.indexOf(':');
  return colon === -1
    ? { is: mark, of: null }
    : { is: mark.slice(0, colon), of: mark.slice(colon + 1) };
}

/** @returns the sum of a number of each */
export function sumOf<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((sum, one) => sum + of(one), 0);
}
