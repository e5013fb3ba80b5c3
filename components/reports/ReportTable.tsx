import { number } from '../../lib/words/numbers.ts';
import { DataTable } from '../ui/DataTable.tsx';
import type { Cell, Table } from './props.ts';

/** The figures behind a plot, in the words of the screen. */
export function ReportTable({ table }: { table: Table }) {
  const rows = table.rows.map(({ key, cells }) => ({ key, cells: cells.map(textOf) }));
  return <DataTable caption={table.caption} head={table.head} rows={rows} />;
}

function textOf(cell: Cell): string {
  if (cell === null) return '–';
  if (typeof cell === 'number') return number(cell);
  return typeof cell === 'string' ? cell : cell.text;
}

/** @returns the table as a file has it: a head, and values instead of words */
export function fileRows({ head, rows }: Table): (string | number | null)[][] {
  const raw = (cell: Cell) => (cell !== null && typeof cell === 'object' ? cell.raw : cell);
  return [[...head], ...rows.map(({ cells }) => cells.map(raw))];
}
