/** What the data map says of a table. */

/** One table that holds something about a person. */
export interface Kept {
  /** Columns about the person. */
  personal: Record<string, string>;
  /** All others: ids, times, numbers. */
  others: string[];
  why: string;
  until: string;
  seenBy: string;
  exported: string;
  erased: string;
}
