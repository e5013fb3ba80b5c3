import { useId } from 'react';
import { importWords } from '../../lib/words/imports.ts';
import text from '../ui/text.module.css';
import styles from './Imports.module.css';
import { percentOf } from './import-words.ts';

type Props = {
  /** What is being done, in words. */
  what: string;
  done: number;
  total: number;
  /** How far, in words, beside the bar. */
  detail: string;
  /** It stands still. */
  still?: boolean;
};

/** How far something is. Screen readers hear of each quarter, not of each percent. */
export function Progress({ what, done, total, detail, still }: Props) {
  const id = useId();
  const percent = percentOf({ done, total });
  const quarter = Math.floor(percent / 25) * 25;
  return (
    <div className={styles.progress} data-percent={percent} data-still={still || undefined}>
      <p id={id} className={styles.doing}>
        <span>{what}</span>
        <span className={styles.detail}>{detail}</span>
      </p>
      <progress aria-labelledby={id} max={100} value={percent} />
      <p role="status" className={text.hidden}>
        {still ? '' : importWords().progress(what, quarter)}
      </p>
    </div>
  );
}
