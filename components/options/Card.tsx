import { type ReactNode, useId } from 'react';
import styles from './Card.module.css';

type Props = {
  title: string;
  /** One sentence that says what this is about. */
  lead?: ReactNode;
  /** For links into the page. */
  anchor?: string;
  children: ReactNode;
};

/** One subject of the page. */
export function Card({ title, lead, anchor, children }: Props) {
  const id = useId();
  return (
    <section id={anchor} className={styles.card} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {lead ? <p className={styles.lead}>{lead}</p> : null}
      {children}
    </section>
  );
}
