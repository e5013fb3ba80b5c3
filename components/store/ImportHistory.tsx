import type { ImportJob } from '../../lib/contract/imports.ts';
import { Button } from '../ui/Button.tsx';
import { When } from '../ui/When.tsx';
import styles from './Imports.module.css';
import { FORMATS, number } from './import-words.ts';
import lines from './Lines.module.css';
import type { Common, ImportsProps } from './props.ts';
import type { Says } from './Said.tsx';

type Props = Pick<Common, 'now' | 'place'> &
  Pick<ImportsProps, 'onForget' | 'onSaveRefused'> & { jobs: ImportJob[]; says: Says };

/** What was brought in before. */
export function ImportHistory({ jobs, says, now, place, onForget, onSaveRefused }: Props) {
  if (jobs.length === 0) return null;
  return (
    <section className={lines.box} aria-labelledby="history">
      <div className={lines.head}>
        <h2 id="history" className={lines.title}>
          Brought in
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
                    {format ? `${FORMATS[format]}, ` : ''}
                    {by ? (
                      <>
                        <bdi>{by}</bdi>,{' '}
                      </>
                    ) : null}
                    <When at={finishedAt ?? startedAt} now={now} place={place} as="clock" />
                  </p>
                </div>
                <p>
                  {number(counts.accepted)} kept
                  <span className={lines.facts}>
                    {' '}
                    of {number(counts.rows)} rows; {number(counts.duplicates)} here before,{' '}
                    {number(counts.refused)} refused
                  </span>
                </p>
                <div className={`${lines.acts} ${styles.pastActs}`}>
                  {counts.refused > 0 ? (
                    <Button
                      size="small"
                      busy={says.busy}
                      aria-label={`Save the refused rows of ${fileName}`}
                      data-action="save-refused"
                      onClick={() =>
                        void says.act(() => onSaveRefused(job), { text: SAVED_REFUSED })
                      }
                    >
                      Refused rows
                    </Button>
                  ) : null}
                  <Button
                    size="small"
                    kind="quiet"
                    busy={says.busy}
                    aria-label={`Forget the file ${fileName}`}
                    data-action="forget-import"
                    onClick={() =>
                      void says.act(() => onForget(importId), {
                        text: `${fileName} is forgotten. What it brought stays.`,
                      })
                    }
                  >
                    Forget
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

export const SAVED_REFUSED =
  'The refused rows are in the file, each with its number and the reason. Mended, it can be brought in like any other.';
