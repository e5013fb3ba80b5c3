import { type ColumnMapping, columnRole, type ImportJob } from '../../lib/contract/imports.ts';
import { importWords } from '../../lib/words/imports.ts';
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
  const t = importWords();
  return (
    <table className={`${styles.table} ${styles.columns}`} aria-label={t.mapping.label}>
      <thead>
        <tr>
          <th scope="col">{t.dry.column}</th>
          <th scope="col">{t.dry.example}</th>
          <th scope="col">{t.mapping.is}</th>
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
                  aria-label={t.mapping.whatIs(name)}
                  className={styles.role}
                  value={role ?? ''}
                  onChange={(event) => {
                    const chosen = columnRole.safeParse(event.target.value);
                    onChange(withColumn(mapping, name, chosen.success ? chosen.data : null));
                  }}
                >
                  <option value="">{t.mapping.leftOut}</option>
                  {ROLE_GROUPS.map(({ group, roles }) => (
                    <optgroup key={group} label={t.groups[group]}>
                      {roles.map((value) => (
                        <option key={value} value={value}>
                          {t.roles[value]}
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
