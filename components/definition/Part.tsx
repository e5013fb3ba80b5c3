import { type ReactNode, useId } from 'react';
import styles from './Aside.module.css';

type Props = { title: string; aside?: ReactNode; part?: string; children: ReactNode };

/** One part of the column that says what a draft means. */
export function Part({ title, aside, part, children }: Props) {
  const id = useId();
  return (
    <section
      className={styles.part}
      aria-labelledby={id}
      data-part={part}
      id={part && `definition-${part}`}
      tabIndex={-1}
    >
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {aside ? <p className={styles.muted}>{aside}</p> : null}
      </div>
      {children}
    </section>
  );
}
