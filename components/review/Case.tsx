import type { ReviewCase } from '../../lib/contract/review.ts';
import { reviewWords } from '../../lib/words/review.ts';
import { Chip } from '../ui/Chip.tsx';
import { Fill } from '../ui/Fill.tsx';
import { Notice } from '../ui/Notice.tsx';
import { clockOrDay } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import { verdicts } from '../ui/words.ts';
import { AnswerForm } from './AnswerForm.tsx';
import styles from './Case.module.css';
import { CompareTable } from './CompareTable.tsx';
import { Given } from './Given.tsx';
import { what, why } from './said-words.ts';
import type { Answering } from './use-answer.ts';

type Props = {
  opened: ReviewCase;
  position: number;
  total: number;
  answer: Answering;
  now: number;
  place: Place;
};

/** One case: what sales said, what they saw then, what is true today, and marketing's answer. */
export function Case({ opened, position, total, answer, now, place }: Props) {
  const t = reviewWords();
  const { line, snapshot } = opened;
  const { entry } = line;
  const wrong = snapshot.contributions.find((each) => each.ruleId === entry.ruleId);
  const reason = entry.reason ?? (entry.fault ? why(entry) : null);
  return (
    <div className={styles.case}>
      <div className={styles.head}>
        <div className={styles.who}>
          <h2 className={styles.name}>
            <bdi>{line.name ?? t.withoutName}</bdi>{' '}
            <span className={styles.chip}>
              <Chip side="sales" outlined>
                {what(entry)}
                {reason ? ': ' : ''}
                {reason ? <bdi>{reason}</bdi> : null}
              </Chip>
            </span>
          </h2>
          {line.company ? (
            <p className={styles.company}>
              <bdi>{line.company}</bdi>
            </p>
          ) : null}
        </div>
        {position >= 0 ? (
          <p className={styles.position}>{t.position(position + 1, total)}</p>
        ) : null}
      </div>
      <Notice tone="sales">
        {wrong ? (
          <p>
            <Fill text={t.aboutLine} line={<bdi>{wrong.label}</bdi>} />
          </p>
        ) : null}
        {entry.note ? (
          <blockquote dir="auto" className={styles.note}>
            {entry.note}
          </blockquote>
        ) : (
          <p className={styles.muted}>{t.noNote}</p>
        )}
        <p className={styles.by}>
          <bdi>{entry.by}</bdi>, {clockOrDay(entry.madeAt, now, place)}
          {entry.verdict && verdicts()[entry.verdict].when
            ? `, ${verdicts()[entry.verdict].when}`
            : ''}
        </p>
      </Notice>
      <CompareTable opened={opened} now={now} place={place} />
      {entry.resolution ? <Given resolution={entry.resolution} now={now} place={place} /> : null}
      {entry.resolution ? (
        <details className={styles.again}>
          <summary>{t.answerOtherwise}</summary>
          <AnswerForm answer={answer} rep={entry.by} next={false} />
        </details>
      ) : (
        <AnswerForm answer={answer} rep={entry.by} next={total > 1} />
      )}
    </div>
  );
}
