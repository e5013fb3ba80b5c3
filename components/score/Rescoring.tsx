import type { Rescoring as Progress } from '../../lib/contract/learning.ts';
import { count } from '../ui/words.ts';
import styles from './Rescoring.module.css';
import { number } from './words.ts';

/** How far the background is with scoring all leads under the new definition. */
export function Rescoring({ progress }: { progress: Progress }) {
  const { version, total, done, finishedAt } = progress;
  if (finishedAt) {
    return (
      <p className={styles.done} role="status">
        v{version} is in force; {count(total, 'lead')} scored by it.
      </p>
    );
  }
  return (
    <div className={styles.rescoring}>
      <p id="rescoring">
        v{version} is in force. Re-scoring {number(done)} of {number(total)} leads; those not
        reached yet show points of the version before.
      </p>
      <progress aria-labelledby="rescoring" max={Math.max(1, total)} value={done} />
    </div>
  );
}
