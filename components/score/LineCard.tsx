import type { LearningAnswer, LineProposal } from '../../lib/contract/learning.ts';
import { count } from '../ui/words.ts';
import styles from './LineCard.module.css';
import { Panel } from './Panel.tsx';
import { PutIn } from './PutIn.tsx';
import type { ScoreRoomCallbacks } from './props.ts';
import { number, openDraft, percent } from './words.ts';

type Props = Pick<ScoreRoomCallbacks, 'onPutInDraft'> & { learned: LearningAnswer };

/** The store proposes no line below this many verdicts (lib/score/learn/study.ts). */
const FEWEST_FOR_LINE = 50;

/** What the line in force does, beside the lowest one that keeps the promise. */
export function LineCard({ learned, onPutInDraft }: Props) {
  const { definition, quality, line } = learned;
  const { mqlAt, promisedShare } = definition;
  const { volume, precision, recall } = quality.atLine;
  const differs = line && line.points !== mqlAt;
  const drafted = line && openDraft(learned)?.definition.mqlAt === line.points;
  return (
    <Panel title="Where should the line be?" aside={`${percent(promisedShare)} promised`}>
      <p>{answer(line, promisedShare, mqlAt, quality.n)}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Handed over</th>
            <th scope="col">Of those, accepted</th>
            <th scope="col">Of all accepted, above</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{count(mqlAt, 'point')}, in force</th>
            <td>
              {number(volume)} of {number(quality.n)}
            </td>
            <td>{precision === null ? '–' : percent(precision)}</td>
            <td>{recall === null ? '–' : percent(recall)}</td>
          </tr>
          {line && differs ? (
            <tr data-differs="">
              <th scope="row">{count(line.points, 'point')}</th>
              <td>
                {number(line.volume)} of {number(quality.n)}
              </td>
              <td>{percent(line.precision)}</td>
              <td>{percent(line.recall)}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
      {line && differs ? (
        <PutIn
          what={`the line at ${line.points}`}
          done={drafted === true}
          onPut={() => onPutInDraft({ of: 'line', points: line.points })}
        />
      ) : null}
    </Panel>
  );
}

function answer(line: LineProposal | null, promised: number, mqlAt: number, n: number): string {
  if (!line) {
    return n < FEWEST_FOR_LINE
      ? `${count(n, 'verdict')} so far: no line is proposed below ${FEWEST_FOR_LINE}.`
      : `No line keeps ${percent(promised)}: even leads with the most points are accepted less often.`;
  }
  if (line.points === mqlAt) return `Where it is: ${mqlAt} is the lowest line that keeps it.`;
  return `The lowest line that keeps it is ${count(line.points, 'point')}: ${percent(line.expected)} expected above it. What was seen:`;
}
