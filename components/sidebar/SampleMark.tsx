import type { ReactNode } from 'react';
import { panelWords } from '../../lib/words/panel.ts';
import styles from './SampleMark.module.css';

/** The sidebar with a made-up lead in it, which nobody may take for a real one. */
export function SampleMark({ children }: { children: ReactNode }) {
  const t = panelWords();
  return (
    <div className={styles.sample}>
      <aside className={styles.mark} data-sample="" aria-label={t.sample}>
        <strong>{t.sample}</strong> {t.sampleHelp}
      </aside>
      {children}
    </div>
  );
}
