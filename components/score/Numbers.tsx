import type { LearningAnswer } from '../../lib/contract/learning.ts';
import { decimal, number } from '../../lib/words/numbers.ts';
import { scoreWords } from '../../lib/words/score.ts';
import { Fill } from '../ui/Fill.tsx';
import styles from './Numbers.module.css';
import { Panel } from './Panel.tsx';
import { FEWEST_FOR_RATE, inHundred, percent, withInterval } from './words.ts';

type Props = { learned: LearningAnswer };

/** What was learned from, and what was left out: a lead without a verdict is missing, never a rejection. */
export function LearnedFrom({ learned: { verdicts } }: Props) {
  const t = scoreWords().learned;
  const { all, used, accepted, leftOut, unanswered } = verdicts;
  return (
    <Panel title={t.title} side="sales">
      <p className={styles.figure}>
        <Fill text={t.verdicts(used, all)} n={<strong>{number(used)}</strong>} />
      </p>
      <p>
        {used >= FEWEST_FOR_RATE
          ? t.accepted(accepted, percent(accepted / used))
          : t.tooFew(used, FEWEST_FOR_RATE)}
      </p>
      <ul className={styles.facts}>
        {unanswered > 0 ? <li>{t.unanswered(unanswered)}</li> : null}
        {leftOut.map(({ why, n }) => (
          <li key={why}>
            {number(n)} {why}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** How far promises were off. */
export function HowHonest({ learned: { quality } }: Props) {
  const t = scoreWords().honest;
  const { ece, eceByChance } = quality;
  return (
    <Panel title={t.title}>
      {ece ? (
        <>
          <p className={styles.figure}>
            <Fill text={t.off} n={<strong>{inHundred(ece.value)}</strong>} />
          </p>
          <p>{t.average(inHundred(ece.value), inHundred(ece.low), inHundred(ece.high))}</p>
          <ul className={styles.facts}>
            {eceByChance === null ? null : <li>{t.byChance(inHundred(eceByChance))}</li>}
            <li>{t.unseen}</li>
          </ul>
        </>
      ) : (
        <p>{t.notYet}</p>
      )}
    </Panel>
  );
}

/** How well points tell those sales accepts from the others. */
export function HowSorted({ learned: { quality } }: Props) {
  const t = scoreWords().sorts;
  const { auc, aucWithinMonths, lift10 } = quality;
  const times = (share: number) => `${Math.round(share * 100)}`;
  return (
    <Panel title={t.title}>
      {auc ? (
        <>
          <p className={styles.figure}>
            <Fill text={t.times} n={<strong>{times(auc.value)}</strong>} />
          </p>
          <p>{t.coin(times(auc.low), times(auc.high))}</p>
          <ul className={styles.facts}>
            {aucWithinMonths === null ? null : <li>{t.sameMonth(times(aucWithinMonths))}</li>}
            {lift10 ? (
              <li>{t.topTenth(withInterval(lift10, (lift) => decimal(lift, 1)))}</li>
            ) : null}
          </ul>
        </>
      ) : (
        <p>{t.notYet}</p>
      )}
    </Panel>
  );
}
