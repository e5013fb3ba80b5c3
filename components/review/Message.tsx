import type { ReactNode } from 'react';
import styles from './Message.module.css';

type Props = { title: string; busy?: boolean; children: ReactNode };

/** The desk without a queue: what is the matter, what to do. */
export function Message({ title, busy, children }: Props) {
  return (
    <main className={styles.message} aria-busy={busy || undefined}>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </main>
  );
}
