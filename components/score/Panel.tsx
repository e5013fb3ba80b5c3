import { type ReactNode, useId } from 'react';
import { classes } from '../ui/classes.ts';
import styles from './Panel.module.css';

type Props = {
  /** A question, mostly; what is inside answers it. */
  title: string;
  /** Whose word it is. */
  side?: 'marketing' | 'sales' | 'both';
  /** Beside the title, at the other end. */
  aside?: ReactNode;
  children: ReactNode;
};

/** One question of the room, with its answer. */
export function Panel({ title, side = 'both', aside, children }: Props) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={classes(styles.title, styles[side])}>
          {title}
        </h2>
        {aside ? <p className={styles.aside}>{aside}</p> : null}
      </div>
      {children}
    </section>
  );
}
