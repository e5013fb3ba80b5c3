/** Figures as a file for a spreadsheet. */

/** A cell: null is empty. */
export type FileCell = string | number | null;

/** What a spreadsheet would take for a formula; a plain number is none. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[-+]?\d+(\.\d+)?$/;

/**
 * @returns the rows as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8. A text that a spreadsheet would run as a
 * formula gets a quote before it: names come from forms that anybody can fill in.
 */
export function csvOf(rows: readonly (readonly FileCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}

function cellOf(cell: FileCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @returns a name for the file that every system takes: `truce-funnel-2026-08-31-2026-11-22.csv` */
export function fileName(what: string, days: { from: string; to: string }, ending: string): string {
  return `truce-${what}-${days.from}-${days.to}.${ending}`;
}
