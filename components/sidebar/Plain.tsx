import type { ReactNode } from 'react';
import { TruceMark } from '../ui/TruceMark.tsx';
import styles from './Plain.module.css';

type Props = {
  /** What this face is about: the only heading. */
  title: string;
  toolbar: ReactNode;
  children: ReactNode;
};

/** The faces without a lead: the mark, one heading, what to do. */
export function Plain({ title, toolbar, children }: Props) {
  return (
    <>
      <header className={styles.head}>
        <TruceMark kind="word" />
        {toolbar}
      </header>
      <main className={styles.body}>
        <h1 className={styles.title}>{title}</h1>
        {children}
      </main>
    </>
  );
}
