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

type Props = { before: Backtest; after: Backtest };

/** The same five figures with the definition in force and with the change, on the same verdicts. */
export function BeforeAfterLine({ before, after }: Props) {
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
