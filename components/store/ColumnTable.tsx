import { type ColumnMapping, columnRole, type ImportJob } from '../../lib/contract/imports.ts';
import { Examples } from './DryRun.tsx';
import styles from './Imports.module.css';
import { ROLE_GROUPS } from './import-words.ts';
import { withColumn } from './mapping.ts';

type Props = {
  columns: ImportJob['columns'];
  mapping: ColumnMapping;
  onChange: (mapping: ColumnMapping) => void;
};

/** Each column with some of its values, and what it is. */
export function ColumnTable({ columns, mapping, onChange }: Props) {
  return (
    <table className={`${styles.table} ${styles.columns}`} aria-label="What the columns are">
      <thead>
        <tr>
          <th scope="col">Column</th>
          <th scope="col">For example</th>
          <th scope="col">Is</th>
        </tr>
      </thead>
      <tbody>
        {columns.map(({ name, examples }) => {
          const role = mapping.columns[name];
          return (
            <tr key={name} data-column={name} data-left-out={role === undefined || undefined}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td className={styles.examples}>
                <Examples values={examples} />
              </td>
              <td>
                <select
                  name={`column-${name}`}
                  aria-label={`What “${name}” is`}
                  className={styles.role}
                  value={role ?? ''}
                  onChange={(event) => {
                    const chosen = columnRole.safeParse(event.target.value);
                    onChange(withColumn(mapping, name, chosen.success ? chosen.data : null));
                  }}
                >
                  <option value="">left out</option>
                  {ROLE_GROUPS.map(({ title, roles }) => (
                    <optgroup key={title} label={title}>
                      {roles.map(([value, words]) => (
                        <option key={value} value={value}>
                          {words}
                        </option>
                      ))}
                    </optgroup>
                  ))}
                </select>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
