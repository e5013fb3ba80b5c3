import type { ReactNode } from 'react';
import styles from './Day.module.css';

type Props = {
  name: string;
  title: string;
  /** How many, and how many of them are urgent. */
  some: string;
  /** Open from the start. */
  open: boolean;
  children: ReactNode;
};

/** One list of the day, which folds. */
export function Part({ name, title, some, open, children }: Props) {
  return (
    <details className={styles.part} open={open} data-part={name}>
      <summary className={styles.summary}>
        <h2 className={styles.title}>{title}</h2>
        <span className={styles.some}>{some}</span>
      </summary>
      {children}
    </details>
  );
}
