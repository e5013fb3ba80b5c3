import { type ReactNode, useId } from 'react';
import text from '../ui/text.module.css';
import styles from './Section.module.css';

type Props = {
  title: string;
  /** Beside the title, at the other end. */
  aside?: ReactNode;
  children: ReactNode;
};

/** One part of the sidebar between two hairlines. */
export function Section({ title, aside, children }: Props) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={text.label}>
          {title}
        </h2>
        {aside ? <div className={styles.aside}>{aside}</div> : null}
      </div>
      {children}
    </section>
  );
}
