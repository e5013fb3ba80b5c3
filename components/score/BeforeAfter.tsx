import type { DefinitionDraft } from '../../lib/contract/learning.ts';
import { decimal, number } from '../../lib/words/numbers.ts';
import { scoreWords } from '../../lib/words/score.ts';
import styles from './BeforeAfter.module.css';
import { inHundred, percent } from './words.ts';

type Backtest = NonNullable<DefinitionDraft['before']>;

type Figure = keyof ReturnType<typeof scoreWords>['figures'];

const FIGURES: readonly [name: Figure, say: (of: Backtest) => string][] = [
  ['auc', ({ auc }) => inHundred(auc)],
  ['ece', ({ ece }) => inHundred(ece)],
  ['lift', ({ lift10 }) => decimal(lift10, 2)],
  ['precision', ({ precision }) => (precision === null ? '–' : percent(precision))],
  ['volume', ({ volume }) => number(volume)],
];

type Props = { before: Backtest; after: Backtest; caption: string };

/** The same five figures with the definition in force and with the change, on the same verdicts. */
export function BeforeAfter({ before, after, caption }: Props) {
  const t = scoreWords();
  return (
    <table className={styles.table} aria-label={caption}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t.inForce}</th>
          <th scope="col">{t.withIt}</th>
        </tr>
      </thead>
      <tbody>
        {FIGURES.map(([name, say]) => (
          <tr key={name} data-differs={say(before) === say(after) ? undefined : ''}>
            <th scope="row">{t.figures[name]}</th>
            <td>{say(before)}</td>
            <td>{say(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same in a line or two, where several stand below each other. */
export function BeforeAfterLine({ before, after }: Omit<Props, 'caption'>) {
  return (
    <dl className={styles.line}>
      {FIGURES.map(([name, say]) => (
        <div key={name}>
          <dt>{scoreWords().figures[name]}</dt>
          <dd>
            <bdi dir="ltr">
              {say(before) === say(after) ? say(after) : `${say(before)} → ${say(after)}`}
            </bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
