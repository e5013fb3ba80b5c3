import type { LearningAnswer } from '../../lib/contract/learning.ts';
import { scoreWords } from '../../lib/words/score.ts';
import { Panel } from './Panel.tsx';
import styles from './Watch.module.css';
import { FEWEST_FOR_RATE, of, percent } from './words.ts';

type Props = { learned: LearningAnswer };

/** Population stability: above 0.25 it is another population, by custom. */
const OTHERS = 0.25;
const SHOWN = 6;

/** Whether leads still do what they did when the points were agreed. */
export function SameLeads({ learned: { drift } }: Props) {
  const t = scoreWords().watch;
  const moved = drift.inputs.filter((each) => each.moved).sort((a, b) => b.psi - a.psi);
  return (
    <Panel title={t.title} aside={t.aside}>
      {drift.inputs.length === 0 ? (
        <p>{t.tooFew}</p>
      ) : moved.length === 0 ? (
        <p>{t.none(drift.inputs.length)}</p>
      ) : (
        <>
          <ul className={styles.list}>
            {moved.slice(0, SHOWN).map(({ ruleId, label, psi }) => (
              <li key={ruleId}>
                <bdi>{label}</bdi>{' '}
                <span className={styles.muted}>{psi > OTHERS ? t.others(psi) : t.moving(psi)}</span>
              </li>
            ))}
          </ul>
          <p className={styles.muted}>{t.rest(drift.inputs.length - moved.length, OTHERS)}</p>
        </>
      )}
    </Panel>
  );
}

/** Whether two people say the same of one lead. */
export function Agreement({ learned: { agreement } }: Props) {
  const t = scoreWords().watch;
  const { pairs, same, unusual } = agreement;
  return (
    <Panel title={t.agree} side="sales">
      {pairs === 0 ? (
        <p>{t.noPairs}</p>
      ) : (
        <p>
          {pairs < FEWEST_FOR_RATE
            ? t.pairsFew(pairs, same, FEWEST_FOR_RATE)
            : t.pairsShare(pairs, same, percent(same / pairs))}
        </p>
      )}
      {unusual.length > 0 ? (
        <>
          <h3 className={styles.name}>{t.apart}</h3>
          <ul className={styles.list}>
            {unusual.map((rep) => (
              // Two who left have one name.
              <li key={`${rep.name} ${rep.n} ${rep.promised}`}>
                <bdi>{rep.name}</bdi>{' '}
                <span className={styles.muted}>{t.rep(of(rep), percent(rep.promised))}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Panel>
  );
}
