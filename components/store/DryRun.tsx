import type { ImportJob } from '../../lib/contract/imports.ts';
import { importWords } from '../../lib/words/imports.ts';
import { number } from '../../lib/words/numbers.ts';
import { shortDay } from '../ui/time.ts';
import styles from './Imports.module.css';
import { roleWords } from './import-words.ts';
import lines from './Lines.module.css';
import type { Common } from './props.ts';

type Props = Pick<Common, 'now' | 'place'> & { job: ImportJob };

/** What bringing it in would do, and what was understood of its columns. */
export function DryRun({ job, now, place }: Props) {
  const { counts, span, columns, mapping, people, events } = job;
  const t = importWords().dry;
  const titled = t.columns(columns.length);
  const used = mapping ? Object.keys(mapping.columns).length : 0;
  return (
    <>
      <dl className={styles.figures}>
        <Figure n={counts.accepted} what={t.toKeep(counts.accepted)} large />
        {people === undefined ? null : <Figure n={people} what={t.people(people)} />}
        {events === undefined ? null : <Figure n={events} what={t.events(events)} />}
        {counts.duplicates > 0 ? <Figure n={counts.duplicates} what={t.before} /> : null}
        <Figure n={counts.refused} what={t.refused} />
        <Figure n={counts.rows} what={t.rows} />
      </dl>
      {span ? (
        <p className={lines.facts}>
          {t.span(shortDay(span.from, now, place), shortDay(span.to, now, place))}
        </p>
      ) : null}
      {columns.length > 0 ? (
        <details className={styles.understood} open={job.format === 'mapped'}>
          <summary>{mapping ? t.used(titled, used) : titled}</summary>
          <table className={styles.table} aria-label={t.label}>
            <thead>
              <tr>
                <th scope="col">{t.column}</th>
                {mapping ? <th scope="col">{t.readAs}</th> : null}
                <th scope="col">{t.example}</th>
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
  if (shown.length === 0) return <span>{importWords().dry.empty}</span>;
  return shown.map((value, index) => (
    <span key={value}>
      {index > 0 ? ' · ' : ''}
      <bdi>{value.length > 60 ? `${value.slice(0, 59)}…` : value}</bdi>
    </span>
  ));
}
