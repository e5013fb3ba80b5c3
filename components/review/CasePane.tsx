import type { Ref } from 'react';
import { reviewWords } from '../../lib/words/review.ts';
import { uiWords } from '../../lib/words/ui.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import type { Place } from '../ui/views.ts';
import { Case } from './Case.tsx';
import styles from './CasePane.module.css';
import type { QueueState } from './props.ts';
import type { Answering } from './use-answer.ts';

type Props = {
  ref: Ref<HTMLElement>;
  state: QueueState;
  /** Where the case is among the shown lines; -1 when the filter hides it. */
  position: number;
  answer: Answering;
  now: number;
  place: Place;
  onBack: () => void;
  onRetryCase: () => void;
};

/** The right side: the open case, or what to do to open one. */
export function CasePane(props: Props) {
  const t = reviewWords();
  const { ref, state, onBack } = props;
  return (
    <section
      ref={ref}
      tabIndex={-1}
      className={styles.pane}
      data-part="case"
      aria-label={t.theCase}
    >
      <div className={styles.back}>
        <Button size="small" data-action="back" onClick={onBack}>
          {t.back}
        </Button>
      </div>
      {inside(props, state)}
    </section>
  );
}

function inside({ position, answer, now, place, onRetryCase }: Props, state: QueueState) {
  const t = reviewWords();
  const { opened, chosen } = state;
  if (opened.is === 'problem') {
    return (
      <ProblemNotice problem={opened.problem}>
        <Button size="small" onClick={onRetryCase}>
          {uiWords().tryAgain}
        </Button>
      </ProblemNotice>
    );
  }
  // A case that is still another line's is not shown under this one's name.
  if (opened.is === 'case' && opened.case.line.entry.id === chosen) {
    return (
      <Case
        key={chosen}
        opened={opened.case}
        position={position}
        total={state.counts[state.showing]}
        answer={answer}
        now={now}
        place={place}
      />
    );
  }
  if (opened.is === 'loading' || chosen) return <p role="status">{t.opening}</p>;
  if (state.lines.length === 0) return null;
  return <p className={styles.hint}>{t.choose}</p>;
}
