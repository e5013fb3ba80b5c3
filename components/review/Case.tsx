import type { ReviewCase } from '../../lib/contract/review.ts';
import { reviewWords } from '../../lib/words/review.ts';
import { Button } from '../ui/Button.tsx';
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
import { PatternCard } from './PatternCard.tsx';
import { patternFor } from './patterns.ts';
import type { QueueState, ReviewCallbacks } from './props.ts';
import { what, why } from './said-words.ts';
import type { Answering } from './use-answer.ts';
import type { Drafting } from './use-drafting.ts';

type Props = Pick<ReviewCallbacks, 'onFind' | 'onOpenLead'> & {
  state: QueueState;
  opened: ReviewCase;
  position: number;
  total: number;
  answer: Answering;
  drafting: Drafting;
  now: number;
  place: Place;
};

/** One case: what sales said, what they saw then, what is true today, and marketing's answer. */
export function Case(props: Props) {
  const { state, opened, position, total, drafting, now, place, onOpenLead } = props;
  const t = reviewWords();
  const { line, snapshot } = opened;
  const { entry } = line;
  const wrong = snapshot.contributions.find((each) => each.ruleId === entry.ruleId);
  const pattern = patternFor(state.patterns, opened);
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
          <p className={styles.company}>
            {line.company ? <bdi>{line.company}</bdi> : null}
            {line.company && opened.today.who.email ? ', ' : null}
            <bdi>{opened.today.who.email}</bdi>
          </p>
        </div>
        <p className={styles.position}>
          {position >= 0 ? `${t.position(position + 1, total)} ` : ''}
          <Button
            kind="link"
            size="small"
            data-action="open-lead"
            onClick={() => onOpenLead(entry.leadId)}
          >
            {t.openLead}
          </Button>
        </p>
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
      {pattern ? <PatternCard pattern={pattern} drafting={drafting} /> : null}
      {entry.resolution ? <Given resolution={entry.resolution} now={now} place={place} /> : null}
      {entry.resolution ? (
        <details className={styles.again}>
          <summary>{t.answerOtherwise}</summary>
          <Answer {...props} next={false} alike={null} />
        </details>
      ) : (
        <Answer {...props} next={total > 1} alike={state.alike} />
      )}
    </div>
  );
}

function Answer({
  opened: { line, underDraft },
  answer,
  next,
  alike,
  onFind,
}: Props & { next: boolean; alike: number | null }) {
  const { entry } = line;
  return (
    <AnswerForm
      answer={answer}
      lead={{ leadId: entry.leadId, name: line.name }}
      draftVersion={underDraft?.version ?? null}
      next={next}
      alike={alike}
      reads={<Fill text={reviewWords().seesThis} rep={<bdi>{entry.by}</bdi>} />}
      onFind={onFind}
    />
  );
}
