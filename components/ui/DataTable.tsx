import styles from './DataTable.module.css';

type Props = {
  caption: string;
  head: readonly string[];
  /** The first cell of a row names it. */
  rows: readonly { key: string; cells: readonly string[] }[];
};

/** The figures behind a plot. */
export function DataTable({ caption, head, rows }: Props) {
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
              {name}
            </th>
            {rest.map((cell, index) => (
              <td key={head[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
