import type { Ref } from 'react';
import type { PatternsAnswer } from '../../lib/contract/review.ts';
import { reviewWords } from '../../lib/words/review.ts';
import { uiWords } from '../../lib/words/ui.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import type { Place } from '../ui/views.ts';
import { Bulk } from './Bulk.tsx';
import { Case } from './Case.tsx';
import styles from './CasePane.module.css';
import { narrows } from './filter.ts';
import { PatternCard } from './PatternCard.tsx';
import type { QueueState, ReviewCallbacks } from './props.ts';
import type { Answering } from './use-answer.ts';
import type { Drafting } from './use-drafting.ts';
import type { Selection } from './use-selection.ts';

type Props = Pick<ReviewCallbacks, 'onFind' | 'onOpenLead'> & {
  ref: Ref<HTMLElement>;
  state: QueueState;
  /** Where the case is among the shown lines; -1 when the filter hides it. */
  position: number;
  answer: Answering;
  drafting: Drafting;
  selection: Selection;
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

function inside(props: Props, state: QueueState) {
  const t = reviewWords();
  const { selection, answer, drafting, onFind } = props;
  const { opened, chosen } = state;
  if (selection.selected.length > 0) {
    return <Bulk selection={selection} answer={answer} onFind={onFind} />;
  }
  if (opened.is === 'problem') {
    return (
      <ProblemNotice problem={opened.problem}>
        <Button size="small" onClick={props.onRetryCase}>
          {uiWords().tryAgain}
        </Button>
      </ProblemNotice>
    );
  }
  // A case that is still another line's is not shown under this one's name.
  if (opened.is === 'case' && opened.case.line.entry.id === chosen) {
    return (
      <Case
        {...props}
        key={chosen}
        opened={opened.case}
        total={
          narrows(state.filter) ? (state.facets?.total ?? 0) : state.counts[state.filter.state]
        }
      />
    );
  }
  if (opened.is === 'loading' || chosen) return <p role="status">{t.opening}</p>;
  if (state.lines.length === 0) return null;
  return (
    <>
      <p className={styles.hint}>{t.choose}</p>
      <Patterns patterns={state.patterns} drafting={drafting} />
    </>
  );
}

type PatternsProps = { patterns: PatternsAnswer | null; drafting: Drafting };

/** So many are looked at before any case is. */
const FIRST = 3;

/** What many cases have in common, while no single one is looked at. */
function Patterns({ patterns, drafting }: PatternsProps) {
  const t = reviewWords();
  if (!patterns) return null;
  const { looked, needs } = patterns;
  return (
    <section className={styles.patterns} aria-label={t.patterns}>
      <h2 className={styles.title}>{t.patterns}</h2>
      {patterns.patterns.length === 0 ? (
        <p className={styles.hint}>
          {looked < needs ? t.tooFewForPatterns(looked, needs) : t.noPatterns(looked)}
        </p>
      ) : null}
      {patterns.patterns.slice(0, FIRST).map((pattern) => (
        <PatternCard key={pattern.id} pattern={pattern} drafting={drafting} />
      ))}
    </section>
  );
}
