import { scoreWords } from '../../lib/words/score.ts';
import { Panel } from './Panel.tsx';
import styles from './ToCome.module.css';
import { FEWEST_FOR_RATE } from './words.ts';

/** From how many verdicts on what can be said; as lib/score holds it. */
const STEPS = [
  [FEWEST_FOR_RATE, 'honest'],
  [25, 'chance'],
  [50, 'line'],
  [100, 'points'],
] as const;

/** What verdicts will show, and how many it takes: no figure is made up before. */
export function ToCome({ n }: { n: number }) {
  const t = scoreWords().toCome;
  return (
    <Panel title={t.title} aside={t.soFar(n)}>
      <ol className={styles.steps}>
        {STEPS.map(([from, what]) => (
          <li key={from}>
            <span className={styles.from}>{t.from(from)}</span>
            <span>{t.steps[what]}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
