import type { ScoreView } from '../../lib/contract/score.ts';
import { readingWords } from '../../lib/words/reading.ts';
import { Meter } from '../charts/Meter.tsx';
import { Sparkline } from '../charts/Sparkline.tsx';
import text from '../ui/text.module.css';
import type { Place } from '../ui/views.ts';
import { plain, signed } from '../ui/words.ts';
import { restsOn, standing } from './chance-words.ts';
import styles from './Figure.module.css';

type Props = { score: ScoreView; now: number; place: Place };

/** The number and its words: the chance where verdicts have shown one, points until then. */
export function Figure({ score, now, place }: Props) {
  const t = readingWords();
  const { chance, points, mqlAt, grade } = score;
  return (
    <div className={styles.pair}>
      <div className={styles.figure}>
        <p className={styles.number}>
          <bdi dir="ltr">{chance ? chance.percent : plain(points)}</bdi>
          <span className={text.hidden}>{` ${chance ? t.percent : t.pointsUnit}`}</span>
        </p>
        {chance ? (
          <>
            <Meter value={chance.percent} most={100} range={[chance.low, chance.high]} />
            <p className={styles.likely}>{t.likely(chance.low, chance.high)}</p>
          </>
        ) : (
          <Meter value={points} most={Math.max(points, mqlAt * 1.4)} line={mqlAt} />
        )}
      </div>
      <div className={styles.words}>
        {chance ? (
          <>
            <p className={text.strong}>{t.accepts(chance.percent)}</p>
            <p className={styles.more}>
              {restsOn(chance)}
              {grade ? `, ${t.gradeOf(grade)}` : ''}
            </p>
          </>
        ) : (
          <>
            <p className={text.strong}>{standing(score, now, place)}</p>
            {grade ? <p className={styles.more}>{t.gradeParts(grade)}</p> : null}
          </>
        )}
        <Trend score={score} />
      </div>
    </div>
  );
}

/** The way the points went; the chance of a month ago would be one of another month's verdicts. */
function Trend({ score: { trend, points, mqlAt } }: Pick<Props, 'score'>) {
  const first = trend[0];
  if (first === undefined || trend.length < 2) return null;
  const t = readingWords();
  const change = points - first;
  return (
    <div className={styles.trend}>
      <Sparkline values={trend} line={mqlAt} label={t.trend(first, plain(points), mqlAt)} />
      <span className={styles.moved}>
        {change === 0 ? t.noChange : t.change(change, signed(change))}
      </span>
    </div>
  );
}
