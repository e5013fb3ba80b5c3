import text from '../ui/text.module.css';
import styles from './RoomSkeleton.module.css';

/** Where things will be. */
export function RoomSkeleton() {
  return (
    <main className={styles.room} aria-busy="true">
      <h1 className={styles.title}>Score</h1>
      <p className={text.muted}>Reading what verdicts say. One moment.</p>
      <div className={styles.grid} aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
    </main>
  );
}
