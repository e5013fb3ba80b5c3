import type { Rescoring as Progress } from '../../lib/contract/learning.ts';
import { scoreWords } from '../../lib/words/score.ts';
import styles from './Rescoring.module.css';

/** How far the background is with scoring all leads under the new definition. */
export function Rescoring({ progress }: { progress: Progress }) {
  const t = scoreWords().rescoring;
  const { version, total, done, finishedAt } = progress;
  if (finishedAt) {
    return (
      <p className={styles.done} role="status">
        {t.done(version, total)}
      </p>
    );
  }
  return (
    <div className={styles.rescoring}>
      <p id="rescoring">{t.doing(version, done, total)}</p>
      <progress aria-labelledby="rescoring" max={Math.max(1, total)} value={done} />
    </div>
  );
}
