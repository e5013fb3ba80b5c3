import type { DefinitionDraft } from '../../lib/contract/learning.ts';
import styles from './BeforeAfter.module.css';
import { inHundred, number, percent } from './words.ts';

type Backtest = NonNullable<DefinitionDraft['before']>;

const FIGURES: readonly [name: string, say: (of: Backtest) => string][] = [
  ['sorts right, in 100', ({ auc }) => inHundred(auc)],
  ['promises off, in 100', ({ ece }) => inHundred(ece)],
  ['top tenth, times as often', ({ lift10 }) => lift10.toFixed(2)],
  ['accepted above the line', ({ precision }) => (precision === null ? '–' : percent(precision))],
  ['handed over', ({ volume }) => number(volume)],
];

type Props = { before: Backtest; after: Backtest; caption: string };

/** The same five figures with the definition in force and with the change, on the same verdicts. */
export function BeforeAfter({ before, after, caption }: Props) {
  return (
    <table className={styles.table} aria-label={caption}>
      <thead>
        <tr>
          <td />
          <th scope="col">in force</th>
          <th scope="col">with it</th>
        </tr>
      </thead>
      <tbody>
        {FIGURES.map(([name, say]) => (
          <tr key={name} data-differs={say(before) === say(after) ? undefined : ''}>
            <th scope="row">{name}</th>
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
          <dt>{name}</dt>
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
