import type { ImportJob } from '../../lib/contract/imports.ts';
import { shortDay } from '../ui/time.ts';
import styles from './Imports.module.css';
import { number, roleWords } from './import-words.ts';
import lines from './Lines.module.css';
import type { Common } from './props.ts';

type Props = Pick<Common, 'now' | 'place'> & { job: ImportJob };

/** What bringing it in would do, and what was understood of its columns. */
export function DryRun({ job, now, place }: Props) {
  const { counts, span, columns, mapping, people, events } = job;
  const used = mapping ? Object.keys(mapping.columns).length : 0;
  return (
    <>
      <dl className={styles.figures}>
        <Figure
          n={counts.accepted}
          what={counts.accepted === 1 ? 'row to keep' : 'rows to keep'}
          large
        />
        {people === undefined ? null : (
          <Figure n={people} what={people === 1 ? 'person, about' : 'people, about'} />
        )}
        {events === undefined ? null : (
          <Figure n={events} what={events === 1 ? 'event' : 'events'} />
        )}
        {counts.duplicates > 0 ? <Figure n={counts.duplicates} what="here before" /> : null}
        <Figure n={counts.refused} what="refused" />
        <Figure n={counts.rows} what="rows in it" />
      </dl>
      {span ? (
        <p className={lines.facts}>
          What happened in it is from {shortDay(span.from, now, place)} to{' '}
          {shortDay(span.to, now, place)}.
        </p>
      ) : null}
      {columns.length > 0 ? (
        <details className={styles.understood} open={job.format === 'mapped'}>
          <summary>
            {columns.length === 1 ? 'Its one column' : `Its ${columns.length} columns`}
            {mapping ? `, ${used} used` : ''}
          </summary>
          <table className={styles.table} aria-label="Columns">
            <thead>
              <tr>
                <th scope="col">Column</th>
                {mapping ? <th scope="col">Read as</th> : null}
                <th scope="col">For example</th>
              </tr>
            </thead>
            <tbody>
              {columns.map(({ name, examples }) => (
                <tr key={name}>
                  <th scope="row">
                    <bdi>{name}</bdi>
                  </th>
                  {mapping ? <td>{roleWords(mapping.columns[name])}</td> : null}
                  <td className={styles.examples}>
                    <Examples values={examples} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ) : null}
    </>
  );
}

function Figure({ n, what, large }: { n: number; what: string; large?: boolean }) {
  return (
    <div className={large ? styles.large : undefined}>
      <dt>{what}</dt>
      <dd>{number(n)}</dd>
    </div>
  );
}

/** A few values of a column, as they stand in the file. */
export function Examples({ values }: { values: readonly string[] }) {
  const shown = values.filter((value) => value.trim() !== '').slice(0, 3);
  if (shown.length === 0) return <span>empty</span>;
  return shown.map((value, index) => (
    <span key={value}>
      {index > 0 ? ' · ' : ''}
      <bdi>{value.length > 60 ? `${value.slice(0, 59)}…` : value}</bdi>
    </span>
  ));
}
