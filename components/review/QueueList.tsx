import type { Ref } from 'react';
import type { ReviewLine } from '../../lib/contract/review.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import type { Place } from '../ui/views.ts';
import { count } from '../ui/words.ts';
import type { QueueState, ReviewCallbacks } from './props.ts';
import { QueueLine } from './QueueLine.tsx';
import styles from './QueueList.module.css';

type Props = Pick<ReviewCallbacks, 'onChoose' | 'onLoadMore' | 'onRetry'> & {
  ref: Ref<HTMLElement>;
  state: QueueState;
  shown: ReviewLine[];
  now: number;
  place: Place;
  onEverything: () => void;
  onHelp: () => void;
};

/** Who waits, the longest first. */
export function QueueList(props: Props) {
  const { ref, state, shown, now, place, onEverything, onHelp } = props;
  return (
    <section ref={ref} className={styles.list} data-part="list" aria-label="Queue">
      <div className={styles.head}>
        <h1 className={styles.title}>{titleOf(state)}</h1>
        <p className={styles.sub}>{orderOf(state)}</p>
      </div>
      {state.problem ? (
        <div className={styles.problem}>
          <ProblemNotice problem={state.problem} safe="This is what was loaded before.">
            <Button size="small" data-action="retry" onClick={props.onRetry}>
              Try again
            </Button>
          </ProblemNotice>
        </div>
      ) : null}
      {shown.length > 0 ? (
        <div className={styles.columns} aria-hidden="true">
          <span>Lead</span>
          <span className={styles.marketing}>From marketing</span>
          <span className={styles.sales}>From sales</span>
          <span>Then, now</span>
          <span>Rep, age</span>
        </div>
      ) : null}
      <ol className={styles.lines}>
        {shown.map((line) => (
          <QueueLine
            key={line.entry.id}
            line={line}
            chosen={line.entry.id === state.chosen}
            lateAfter={state.showing === 'open' ? state.marketingHours : null}
            now={now}
            place={place}
            onChoose={props.onChoose}
          />
        ))}
      </ol>
      {shown.length === 0 && state.lines.length > 0 ? (
        <Nothing loaded={state.lines.length} onEverything={onEverything} />
      ) : null}
      {state.more ? (
        <div className={styles.more}>
          <Button
            size="small"
            busy={state.loadingMore}
            data-action="more"
            onClick={props.onLoadMore}
          >
            {state.loadingMore ? 'Loading' : 'Load more'}
          </Button>
        </div>
      ) : null}
      <div className={styles.keys}>
        <span aria-hidden="true">
          <kbd>J</kbd> <kbd>K</kbd> move
        </span>
        <span aria-hidden="true">
          <kbd>1</kbd> to <kbd>4</kbd> answer
        </span>
        <span aria-hidden="true">
          <kbd>R</kbd> reply
        </span>
        <Button kind="quiet" size="small" data-action="keys" onClick={onHelp}>
          All keys, ?
        </Button>
      </div>
    </section>
  );
}

function titleOf({ counts, showing }: QueueState): string {
  if (showing === 'answered') return `${counts.answered} answered`;
  if (counts.open === 0) return 'Nothing needs an answer';
  return counts.open === 1 ? '1 needs an answer' : `${counts.open} need an answer`;
}

function orderOf({ counts, showing, marketingHours }: QueueState): string {
  if (showing === 'answered') return 'Newest first.';
  if (counts.open === 0) {
    return 'When sales rejects, disqualifies or flags something, it comes here by itself.';
  }
  const promise = `the ${count(marketingHours, 'hour')} marketing promised`;
  if (counts.late === 0) return `None is older than ${promise}. Longest waiting first.`;
  const are = counts.late === 1 ? 'is' : 'are';
  return `${counts.late} ${are} older than ${promise}. Longest waiting first.`;
}

type NothingProps = { loaded: number; onEverything: () => void };

/** The boxes on the left leave nothing of what is loaded. */
function Nothing({ loaded, onEverything }: NothingProps) {
  return (
    <div className={styles.nothing}>
      <p>None of the {loaded} loaded ones is like that.</p>
      <Button size="small" onClick={onEverything}>
        Show all
      </Button>
    </div>
  );
}
