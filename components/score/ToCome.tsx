import { Panel } from './Panel.tsx';
import styles from './ToCome.module.css';
import { FEWEST_FOR_RATE } from './words.ts';

/** From how many verdicts on what can be said; as lib/score holds it. */
const STEPS = [
  [FEWEST_FOR_RATE, 'whether the score is honest, and how well it sorts'],
  [25, 'a chance beside the points, on every lead'],
  [50, 'which line keeps the promise'],
  [100, 'which points should change'],
] as const;

/** What verdicts will show, and how many it takes: no figure is made up before. */
export function ToCome({ n }: { n: number }) {
  return (
    <Panel title="What verdicts will show" aside={`${n} so far`}>
      <ol className={styles.steps}>
        {STEPS.map(([from, what]) => (
          <li key={from}>
            <span className={styles.from}>from {from}</span>
            <span>{what}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
