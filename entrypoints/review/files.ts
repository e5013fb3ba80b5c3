/** Giving the person what a report shows, as a file. */
import { csvOf, type FileCell, fileName } from '../../lib/desk/report-file.ts';

type Days = { from: string; to: string };

/** Saves a table as CSV. */
export function saveTable(what: string, days: Days, rows: FileCell[][]): void {
  save(fileName(what, days, 'csv'), new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }));
}

/** Saves a plot as it was drawn. */
export function savePicture(what: string, days: Days, picture: Blob): void {
  save(fileName(what, days, 'png'), picture);
}

/** Saves anything under this name. */
export function save(name: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The download begins after this turn; an address that is gone by then is an empty file in Firefox.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
