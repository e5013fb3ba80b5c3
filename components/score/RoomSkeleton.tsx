import { scoreWords } from '../../lib/words/score.ts';
import text from '../ui/text.module.css';
import styles from './RoomSkeleton.module.css';

/** Where things will be. */
export function RoomSkeleton() {
  const t = scoreWords();
  return (
    <main className={styles.room} aria-busy="true">
      <h1 className={styles.title}>{t.title}</h1>
      <p className={text.muted}>{t.reading}</p>
      <div className={styles.grid} aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
    </main>
  );
}
