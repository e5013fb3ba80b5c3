import type { LearningAnswer, LineProposal } from '../../lib/contract/learning.ts';
import { number } from '../../lib/words/numbers.ts';
import { scoreWords } from '../../lib/words/score.ts';
import styles from './LineCard.module.css';
import { Panel } from './Panel.tsx';
import { PutIn } from './PutIn.tsx';
import type { ScoreRoomCallbacks } from './props.ts';
import { openDraft, percent } from './words.ts';

type Props = Pick<ScoreRoomCallbacks, 'onPutInDraft'> & { learned: LearningAnswer };

/** The store proposes no line below this many verdicts (lib/score/learn/study.ts). */
const FEWEST_FOR_LINE = 50;

/** What the line in force does, beside the lowest one that keeps the promise. */
export function LineCard({ learned, onPutInDraft }: Props) {
  const t = scoreWords();
  const { definition, quality, line } = learned;
  const { mqlAt, promisedShare } = definition;
  const { volume, precision, recall } = quality.atLine;
  const differs = line && line.points !== mqlAt;
  const drafted = line && openDraft(learned)?.definition.mqlAt === line.points;
  return (
    <Panel title={t.line.title} aside={t.line.promised(percent(promisedShare))}>
      <p>{answer(line, promisedShare, mqlAt, quality.n)}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t.line.line}</th>
            <th scope="col">{t.line.volume}</th>
            <th scope="col">{t.line.precision}</th>
            <th scope="col">{t.line.recall}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t.line.inForce(mqlAt)}</th>
            <td>{t.of(number(volume), number(quality.n))}</td>
            <td>{precision === null ? '–' : percent(precision)}</td>
            <td>{recall === null ? '–' : percent(recall)}</td>
          </tr>
          {line && differs ? (
            <tr data-differs="">
              <th scope="row">{t.line.points(line.points)}</th>
              <td>{t.of(number(line.volume), number(quality.n))}</td>
              <td>{percent(line.precision)}</td>
              <td>{percent(line.recall)}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
      {line && differs ? (
        <PutIn
          what={t.line.put(line.points)}
          done={drafted === true}
          onPut={() => onPutInDraft({ of: 'line', points: line.points })}
        />
      ) : null}
    </Panel>
  );
}

function answer(line: LineProposal | null, promised: number, mqlAt: number, n: number): string {
  const t = scoreWords().line;
  if (!line) {
    return n < FEWEST_FOR_LINE ? t.tooFew(n, FEWEST_FOR_LINE) : t.none(percent(promised));
  }
  if (line.points === mqlAt) return t.same(mqlAt);
  return t.lowest(line.points, percent(line.expected));
}
