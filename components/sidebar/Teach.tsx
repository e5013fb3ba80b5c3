import { sayingWords } from '../../lib/words/saying.ts';
import styles from './Teach.module.css';
import type { Teaches } from './teaches.ts';

/** Why this one's verdict teaches most, in one quiet line; most leads have none. */
export function Teach({ why }: { why: Teaches | null }) {
  if (!why) return null;
  return (
    <p className={styles.teach} data-teach={why.is}>
      {wordsOf(why)}
    </p>
  );
}

function wordsOf(why: Teaches): string {
  const { teach } = sayingWords();
  switch (why.is) {
    case 'near':
      return why.points === 0 ? teach.on : teach.near(why.points);
    case 'wide':
      return teach.wide(why.low, why.high);
    default:
      return teach[why.is](why.grade);
  }
}
