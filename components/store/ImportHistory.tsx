import type { ImportJob } from '../../lib/contract/imports.ts';
import { importWords } from '../../lib/words/imports.ts';
import { Button } from '../ui/Button.tsx';
import { When } from '../ui/When.tsx';
import styles from './Imports.module.css';
import lines from './Lines.module.css';
import type { Common, ImportsProps } from './props.ts';
import type { Says } from './Said.tsx';

type Props = Pick<Common, 'now' | 'place'> &
  Pick<ImportsProps, 'onForget' | 'onSaveRefused'> & { jobs: ImportJob[]; says: Says };

/** What was brought in before. */
export function ImportHistory({ jobs, says, now, place, onForget, onSaveRefused }: Props) {
  const t = importWords().history;
  if (jobs.length === 0) return null;
  return (
    <section className={lines.box} aria-labelledby="history">
      <div className={lines.head}>
        <h2 id="history" className={lines.title}>
          {t.title}
        </h2>
      </div>
      <ul>
        {jobs.map((job) => {
          const { importId, fileName, format, counts, by, startedAt, finishedAt } = job;
          return (
            <li key={importId} className={lines.line} data-import={importId} data-state="done">
              <div className={styles.past}>
                <div className={lines.what}>
                  <p className={lines.name}>
                    <bdi>{fileName}</bdi>
                  </p>
                  <p className={lines.facts}>
                    {format ? `${importWords().formats[format]}, ` : ''}
                    {by ? (
                      <>
                        <bdi>{by}</bdi>,{' '}
                      </>
                    ) : null}
                    <When at={finishedAt ?? startedAt} now={now} place={place} as="clock" />
                  </p>
                </div>
                <p>
                  {t.kept(counts.accepted)}
                  <span className={lines.facts}>
                    {' '}
                    {t.of(counts.rows, counts.duplicates, counts.refused)}
                  </span>
                </p>
                <div className={`${lines.acts} ${styles.pastActs}`}>
                  {counts.refused > 0 ? (
                    <Button
                      size="small"
                      busy={says.busy}
                      aria-label={t.saveOf(fileName)}
                      data-action="save-refused"
                      onClick={() => void says.act(() => onSaveRefused(job), { text: t.saved })}
                    >
                      {t.refusedRows}
                    </Button>
                  ) : null}
                  <Button
                    size="small"
                    kind="quiet"
                    busy={says.busy}
                    aria-label={t.forgetOf(fileName)}
                    data-action="forget-import"
                    onClick={() =>
                      void says.act(() => onForget(importId), {
                        text: t.forgotten(fileName),
                      })
                    }
                  >
                    {t.forget}
                  </Button>
                </div>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
