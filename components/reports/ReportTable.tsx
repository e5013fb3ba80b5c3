import { number } from '../../lib/words/numbers.ts';
import type { Cell, Table } from './props.ts';
import styles from './ReportTable.module.css';

/** The figures behind a plot. */
export function ReportTable({ table }: { table: Table }) {
  const { caption, head, rows } = table;
  return (
    <table className={styles.table} aria-label={caption}>
      <thead>
        <tr>
          {head.map((each) => (
            <th key={each} scope="col">
              {each}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...rest] }) => (
          <tr key={key}>
            <th scope="row" dir="auto">
              {textOf(name ?? null)}
            </th>
            {rest.map((cell, index) => (
              <td key={head[index + 1]}>{textOf(cell)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
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
