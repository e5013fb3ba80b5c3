import type { ScoreView } from '../../lib/contract/score.ts';
import { readingWords } from '../../lib/words/reading.ts';
import { signed } from '../ui/words.ts';
import styles from './WouldChange.module.css';

/** What one more event today would do, folded away until somebody asks. */
export function WouldChange({ score }: { score: ScoreView }) {
  const t = readingWords();
  const { wouldChange, points, mqlAt, enough } = score;
  if (!enough || wouldChange.length === 0) return null;
  return (
    <details className={styles.more} data-would="">
      <summary data-action="would-change">{t.wouldChange}</summary>
      <p className={styles.lead}>{t.oneMore}</p>
      <ul>
        {wouldChange.map(({ ruleId, label, points: moves, crosses }) => (
          <li key={ruleId} className={styles.line}>
            <span className={styles.points}>
              <bdi dir="ltr">{signed(moves)}</bdi>
            </span>
            <span>
              <bdi>{label}</bdi>
              {crosses ? (
                <span className={styles.crosses}>
                  , {points >= mqlAt ? t.fallsBelow : t.goesToSales}
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
