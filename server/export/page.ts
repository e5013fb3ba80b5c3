/**
 * server/export: everything a team put in, as files it can take along.
 *
 * In: what, and in which format. Out: lines, one page of rows at a time, in the order of their keys, so that a store of
 * millions is exported in the memory of a thousand rows and nobody waits behind it. This file: page after page.
 */

/** Rows at a time: enough that the way to the database does not count, few enough that others get in between. */
export const PAGE = 500;

/**
 * @param read the page after this row; null: the first one
 * @returns all rows, one page in memory
 */
export async function* pages<Row>(
  read: (after: Row | null) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  let after: Row | null = null;
  for (;;) {
    const page: Row[] = await read(after);
    if (page.length > 0) yield page;
    after = page.at(-1) ?? null;
    if (page.length < PAGE) return;
  }
}

/** The lowest of all UUIDs: before every first one. */
export const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
