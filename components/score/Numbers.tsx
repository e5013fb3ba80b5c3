import type { LearningAnswer } from '../../lib/contract/learning.ts';
import { count } from '../ui/words.ts';
import styles from './Numbers.module.css';
import { Panel } from './Panel.tsx';
import { FEWEST_FOR_RATE, inHundred, number, percent, withInterval } from './words.ts';

type Props = { learned: LearningAnswer };

/** What was learned from, and what was left out: a lead without a verdict is missing, never a rejection. */
export function LearnedFrom({ learned: { verdicts } }: Props) {
  const { all, used, accepted, leftOut, unanswered } = verdicts;
  return (
    <Panel title="Learned from" side="sales">
      <p className={styles.figure}>
        <strong>{number(used)}</strong> {used === 1 ? 'verdict' : 'verdicts'}
        {all > used ? ` of ${number(all)}` : ''}
      </p>
      <p>
        {used >= FEWEST_FOR_RATE
          ? `${number(accepted)} accepted, ${percent(accepted / used)}.`
          : `${used === 0 ? 'No verdicts' : count(used, 'verdict')} so far: no rate is shown below ${FEWEST_FOR_RATE}.`}
      </p>
      <ul className={styles.facts}>
        {unanswered > 0 ? (
          <li>
            {number(unanswered)} handed over without a verdict: missing, never counted as rejected
          </li>
        ) : null}
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
  const { ece, eceByChance } = quality;
  return (
    <Panel title="How honest is it?">
      {ece ? (
        <>
          <p className={styles.figure}>
            <strong>{inHundred(ece.value)}</strong> off in 100
          </p>
          <p>
            Promises are off by {inHundred(ece.value)} percentage points on average (likely{' '}
            {inHundred(ece.low)} to {inHundred(ece.high)}).
          </p>
          <ul className={styles.facts}>
            {eceByChance === null ? null : (
              <li>
                {inHundred(eceByChance)} would be chance alone, if every promise on so many verdicts
                were true
              </li>
            )}
            <li>measured on verdicts that had no part in making the promise</li>
          </ul>
        </>
      ) : (
        <NotYet what="whether promises are kept" />
      )}
    </Panel>
  );
}

/** How well points tell those sales accepts from the others. */
export function HowSorted({ learned: { quality } }: Props) {
  const { auc, aucWithinMonths, lift10 } = quality;
  const times = (share: number) => `${Math.round(share * 100)}`;
  return (
    <Panel title="How well does it sort?">
      {auc ? (
        <>
          <p className={styles.figure}>
            <strong>{times(auc.value)}</strong> times in 100
          </p>
          <p>
            it puts an accepted lead above another (likely {times(auc.low)} to {times(auc.high)}
            ). A coin would, 50 times.
          </p>
          <ul className={styles.facts}>
            {aucWithinMonths === null ? null : (
              <li>{times(aucWithinMonths)} among leads judged in the same month</li>
            )}
            {lift10 ? (
              <li>
                the top tenth is accepted {withInterval(lift10, (lift) => lift.toFixed(1))} times as
                often as all
              </li>
            ) : null}
          </ul>
        </>
      ) : (
        <NotYet what="the order of leads" />
      )}
    </Panel>
  );
}

function NotYet({ what }: { what: string }) {
  return (
    <p>
      All verdicts say the same so far; {what} shows only where some were accepted and some not.
    </p>
  );
}
