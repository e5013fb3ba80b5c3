import type { ImportJob } from '../../lib/contract/imports.ts';
import { importWords } from '../../lib/words/imports.ts';
import { number } from '../../lib/words/numbers.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Imports.module.css';
import lines from './Lines.module.css';
import type { ImportsProps } from './props.ts';
import type { Says } from './Said.tsx';

type Props = Pick<ImportsProps, 'onSaveRefused'> & { job: ImportJob; says: Says };

/** Why rows were refused, the most frequent reason first, and all of them as a file. */
export function Reasons({ job, says, onSaveRefused }: Props) {
  const { reasons: t, history } = importWords();
  if (job.counts.refused === 0) return null;
  return (
    <div className={styles.reasons}>
      <div className={styles.reasonsHead}>
        <h3 className={lines.name}>{t.refused(job.counts.refused)}</h3>
        <Button
          size="small"
          busy={says.busy}
          data-action="save-refused"
          onClick={() => void says.act(() => onSaveRefused(job), { text: history.saved })}
        >
          {t.save}
        </Button>
      </div>
      <table className={styles.table} aria-label={t.label}>
        <thead>
          <tr>
            <th scope="col">{t.reason}</th>
            <th scope="col">{t.rows}</th>
            <th scope="col">{t.first}</th>
          </tr>
        </thead>
        <tbody>
          {job.reasons.map(({ reason, rows, firstRow }) => (
            <tr key={reason}>
              <th scope="row" dir="auto">
                {reason}
              </th>
              <td>{number(rows)}</td>
              <td>{t.row(firstRow)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
