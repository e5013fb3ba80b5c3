import type { LearningAnswer } from '../../lib/contract/learning.ts';
import { count } from '../ui/words.ts';
import { Panel } from './Panel.tsx';
import styles from './Watch.module.css';
import { FEWEST_FOR_RATE, number, of, percent } from './words.ts';

type Props = { learned: LearningAnswer };

/** Population stability: above 0.25 it is another population, by custom. */
const OTHERS = 0.25;
const SHOWN = 6;

/** Whether leads still do what they did when the points were agreed. */
export function SameLeads({ learned: { drift } }: Props) {
  const moved = drift.inputs.filter((each) => each.moved).sort((a, b) => b.psi - a.psi);
  return (
    <Panel title="Are the leads still the same?" aside="last 90 days against before">
      {drift.inputs.length === 0 ? (
        <p>Too few verdicts to compare the last 90 days with those before.</p>
      ) : moved.length === 0 ? (
        <p>Yes: none of {count(drift.inputs.length, 'line')} moved by more than leads always do.</p>
      ) : (
        <>
          <ul className={styles.list}>
            {moved.slice(0, SHOWN).map(({ ruleId, label, psi }) => (
              <li key={ruleId}>
                <bdi>{label}</bdi>{' '}
                <span className={styles.muted}>
                  {psi > OTHERS ? 'comes from other leads than before' : 'is moving'}, stability{' '}
                  {psi.toFixed(2)}
                </span>
              </li>
            ))}
          </ul>
          <p className={styles.muted}>
            {count(drift.inputs.length - moved.length, 'other line')} as before. Above {OTHERS}{' '}
            these are other leads than those the points were agreed for.
          </p>
        </>
      )}
    </Panel>
  );
}

/** Whether two people say the same of one lead. */
export function Agreement({ learned: { agreement } }: Props) {
  const { pairs, same, unusual } = agreement;
  return (
    <Panel title="Does sales agree with itself?" side="sales">
      {pairs === 0 ? (
        <p>No lead was judged by two people so far.</p>
      ) : (
        <p>
          Of {count(pairs, 'pair')} of verdicts on one lead, {number(same)} said the same
          {pairs < FEWEST_FOR_RATE
            ? `; no rate is shown below ${FEWEST_FOR_RATE}.`
            : `, ${percent(same / pairs)}.`}
        </p>
      )}
      {unusual.length > 0 ? (
        <>
          <h3 className={styles.name}>Apart from the others by more than chance</h3>
          <ul className={styles.list}>
            {unusual.map((rep) => (
              // Two who left have one name.
              <li key={`${rep.name} ${rep.n} ${rep.promised}`}>
                <bdi>{rep.name}</bdi>{' '}
                <span className={styles.muted}>
                  accepted {of(rep)}, {percent(rep.promised)} promised
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Panel>
  );
}
