import type { ReactNode } from 'react';
import { readingWords } from '../../lib/words/reading.ts';
import text from '../ui/text.module.css';
import styles from './Skeleton.module.css';

type Props = { waitingFor: 'page' | 'lead'; toolbar: ReactNode };

/** The shape of a lead without any: nothing here moves when the real one arrives. */
export function Skeleton({ waitingFor, toolbar }: Props) {
  const t = readingWords();
  return (
    <main className={styles.skeleton} aria-busy="true">
      <h1 className={text.hidden}>Truce</h1>
      <p role="status" className={text.hidden}>
        {waitingFor === 'page' ? t.waitingForPage : t.lookingUp}
      </p>
      <div className={styles.head}>
        <div className={styles.lines} aria-hidden="true">
          <i style={{ inlineSize: '60%', blockSize: '16px' }} />
          <i style={{ inlineSize: '80%' }} />
          <i style={{ inlineSize: '40%' }} />
        </div>
        {toolbar}
      </div>
      <div className={styles.block} aria-hidden="true">
        <i style={{ inlineSize: '84px', blockSize: '48px' }} />
      </div>
      <div className={styles.block} aria-hidden="true">
        <i style={{ inlineSize: '70%' }} />
        <i style={{ inlineSize: '85%' }} />
        <i style={{ inlineSize: '60%' }} />
      </div>
    </main>
  );
}
