import styles from './Aside.module.css';

/** A figure, with what it was struck through. */
export function Figure({ name, then, now }: { name: string; then: string; now: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {then === now ? null : (
          <>
            <s className={styles.then}>{then}</s>{' '}
          </>
        )}
        <strong className={styles.now}>{now}</strong>
      </dd>
    </div>
  );
}
