import type { ImportJob } from '../../lib/contract/imports.ts';
import { Button } from '../ui/Button.tsx';
import { SAVED_REFUSED } from './ImportHistory.tsx';
import styles from './Imports.module.css';
import { number } from './import-words.ts';
import lines from './Lines.module.css';
import type { ImportsProps } from './props.ts';
import type { Says } from './Said.tsx';

type Props = Pick<ImportsProps, 'onSaveRefused'> & { job: ImportJob; says: Says };

/** Why rows were refused, the most frequent reason first, and all of them as a file. */
export function Reasons({ job, says, onSaveRefused }: Props) {
  if (job.counts.refused === 0) return null;
  return (
    <div className={styles.reasons}>
      <div className={styles.reasonsHead}>
        <h3 className={lines.name}>{number(job.counts.refused)} refused</h3>
        <Button
          size="small"
          busy={says.busy}
          data-action="save-refused"
          onClick={() => void says.act(() => onSaveRefused(job), { text: SAVED_REFUSED })}
        >
          Save them as a file
        </Button>
      </div>
      <table className={styles.table} aria-label="Reasons">
        <thead>
          <tr>
            <th scope="col">Reason</th>
            <th scope="col">Rows</th>
            <th scope="col">First</th>
          </tr>
        </thead>
        <tbody>
          {job.reasons.map(({ reason, rows, firstRow }) => (
            <tr key={reason}>
              <th scope="row" dir="auto">
                {reason}
              </th>
              <td>{number(rows)}</td>
              <td>row {number(firstRow)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
