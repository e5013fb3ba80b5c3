import type { Ref } from 'react';
import type { ReviewLine } from '../../lib/contract/review.ts';
import { reviewWords } from '../../lib/words/review.ts';
import { uiWords } from '../../lib/words/ui.ts';
import { Button } from '../ui/Button.tsx';
import { Fill } from '../ui/Fill.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import type { Place } from '../ui/views.ts';
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
  const t = reviewWords();
  const { ref, state, shown, now, place, onEverything, onHelp } = props;
  return (
    <section ref={ref} className={styles.list} data-part="list" aria-label={t.queue}>
      <div className={styles.head}>
        <h1 className={styles.title}>{titleOf(state)}</h1>
        <p className={styles.sub}>{orderOf(state)}</p>
      </div>
      {state.problem ? (
        <div className={styles.problem}>
          <ProblemNotice problem={state.problem} safe={t.loadedBefore}>
            <Button size="small" data-action="retry" onClick={props.onRetry}>
              {uiWords().tryAgain}
            </Button>
          </ProblemNotice>
        </div>
      ) : null}
      {shown.length > 0 ? (
        <div className={styles.columns} aria-hidden="true">
          <span>{t.columns.lead}</span>
          <span className={styles.marketing}>{t.columns.marketing}</span>
          <span className={styles.sales}>{t.columns.sales}</span>
          <span>{t.columns.points}</span>
          <span>{t.columns.rep}</span>
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
            {state.loadingMore ? t.loadingMore : t.loadMore}
          </Button>
        </div>
      ) : null}
      <div className={styles.keys}>
        <span aria-hidden="true">
          <Fill text={t.keysMove} j={<kbd>J</kbd>} k={<kbd>K</kbd>} />
        </span>
        <span aria-hidden="true">
          <Fill text={t.keysAnswer} one={<kbd>1</kbd>} four={<kbd>4</kbd>} />
        </span>
        <span aria-hidden="true">
          <Fill text={t.keysReply} r={<kbd>R</kbd>} />
        </span>
        <Button kind="quiet" size="small" data-action="keys" onClick={onHelp}>
          {t.allKeys}
        </Button>
      </div>
    </section>
  );
}

function titleOf({ counts, showing }: QueueState): string {
  const t = reviewWords();
  if (showing === 'answered') return t.haveAnswer(counts.answered);
  return counts.open === 0 ? t.nothingNeeds : t.need(counts.open);
}

function orderOf({ counts, showing, marketingHours }: QueueState): string {
  const t = reviewWords();
  if (showing === 'answered') return t.newestFirst;
  if (counts.open === 0) return t.comesHere;
  return counts.late === 0 ? t.noneLate(marketingHours) : t.someLate(counts.late, marketingHours);
}

type NothingProps = { loaded: number; onEverything: () => void };

/** The boxes on the left leave nothing of what is loaded. */
function Nothing({ loaded, onEverything }: NothingProps) {
  return (
    <div className={styles.nothing}>
      <p>{reviewWords().noneLikeThat(loaded)}</p>
      <Button size="small" onClick={onEverything}>
        {reviewWords().showAll}
      </Button>
    </div>
  );
}
