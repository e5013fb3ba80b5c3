import { type ReactNode, useId } from 'react';
import styles from './Card.module.css';

type Props = { title: string; part?: string; children: ReactNode };

/** One part of the definition beside others. */
export function Card({ title, part, children }: Props) {
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id} data-part={part}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}
