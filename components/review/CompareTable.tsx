import type { Snapshot } from '../../lib/contract/feedback.ts';
import type { ReviewCase } from '../../lib/contract/review.ts';
import type { Contribution } from '../../lib/contract/score.ts';
import { reviewWords } from '../../lib/words/review.ts';
import { clockOrDay } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import { plain, signed, stages } from '../ui/words.ts';
import styles from './CompareTable.module.css';
import { details, rowsOf } from './compare.ts';

type Props = { opened: ReviewCase; now: number; place: Place };

/** What the rep saw beside today; an ink edge marks what differs. */
export function CompareTable({ opened, now, place }: Props) {
  const t = reviewWords();
  const { snapshot, today, underDraft } = opened;
  const rows = rowsOf(opened);
  const differing = rows.filter((row) => row.differs).length;
  const score = today.score;
  const change = score.points - snapshot.points;
  const moved =
    change === 0 ? '' : `, ${change > 0 ? t.higher(change) : t.lower(Math.abs(change))}`;
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t.differ(differing)}</th>
            <th scope="col">
              {t.repSaw}
              <span className={styles.date}>
                {clockOrDay(snapshot.at, now, place)}, v{snapshot.definitionVersion}
              </span>
            </th>
            <th scope="col">
              {t.today}
              <span className={styles.date}>
                {clockOrDay(today.asOf, now, place)}, v{score.definitionVersion}
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className={styles.total} data-differs={change !== 0 || undefined}>
            <th scope="row">{t.pointsTogether}</th>
            <td>
              <Cell points={plain(snapshot.points)} words={gradeWords(snapshot)} />
            </td>
            <td>
              <Cell points={plain(score.points)} words={`${gradeWords(score)}${moved}`} />
            </td>
          </tr>
          {snapshot.chance === null && score.chance === null ? null : (
            <tr data-differs={snapshot.chance !== (score.chance?.percent ?? null) || undefined}>
              <th scope="row">{t.promisedChance}</th>
              <td>{promised(snapshot.chance)}</td>
              <td>{promised(score.chance?.percent ?? null)}</td>
            </tr>
          )}
          {rows.map((row) => (
            <tr key={row.ruleId} data-differs={row.differs || undefined}>
              <th scope="row">
                <bdi>{row.label}</bdi>
              </th>
              <td>{cell(row.then, details(row.then))}</td>
              <td>{cell(row.today, details(row.today, row.then))}</td>
            </tr>
          ))}
          {snapshot.stage === today.stage ? null : (
            <tr data-differs>
              <th scope="row">{t.stage}</th>
              <td>{stages()[snapshot.stage].short}</td>
              <td>{stages()[today.stage].short}</td>
            </tr>
          )}
        </tbody>
      </table>
      {underDraft ? <UnderDraft draft={underDraft} today={score.points} /> : null}
    </div>
  );
}

type UnderDraftProps = { draft: NonNullable<ReviewCase['underDraft']>; today: number };

/** What the next definition, as it is written now, would make of this lead. */
function UnderDraft({ draft: { version, points, mqlAt }, today }: UnderDraftProps) {
  const t = reviewWords();
  const change = points - today;
  return (
    <p className={styles.draft}>
      <span>{t.underDraft(version)}</span>
      <span>
        <strong>
          {t.wouldBe(plain(points))}
          {change === 0 ? '' : ` (${signed(change)})`}
        </strong>
        , {points < mqlAt ? t.belowLine(mqlAt) : t.aboveLine(mqlAt)}
      </span>
    </p>
  );
}

function gradeWords({ enough, grade }: Pick<Snapshot, 'enough' | 'grade'>): string {
  return enough && grade ? grade : reviewWords().notEnough;
}

function promised(chance: number | null) {
  const t = reviewWords();
  if (chance === null) return <Cell points="–" words={t.noneClaimed} />;
  return <Cell points={`${chance}`} words={t.inHundred} />;
}

function cell(line: Contribution | null, words: string) {
  return <Cell points={line ? signed(line.points) : '–'} words={words} />;
}

function Cell({ points, words }: { points: string; words: string | null }) {
  return (
    <span className={styles.cell}>
      <span className={styles.points}>
        <bdi dir="ltr">{points}</bdi>
      </span>
      {words ? <span className={styles.details}>{words}</span> : null}
    </span>
  );
}
