import { type Ref, useEffect, useRef } from 'react';
import type { ReviewLine } from '../../lib/contract/review.ts';
import { number } from '../../lib/words/numbers.ts';
import { reviewWords } from '../../lib/words/review.ts';
import { uiWords } from '../../lib/words/ui.ts';
import { Button } from '../ui/Button.tsx';
import { Fill } from '../ui/Fill.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import type { Place } from '../ui/views.ts';
import { narrows } from './filter.ts';
import { JustNow } from './JustNow.tsx';
import { STRETCH, watchNear } from './near.ts';
import type { QueueState, ReviewCallbacks, ReviewDeskProps } from './props.ts';
import { QueueLine } from './QueueLine.tsx';
import styles from './QueueList.module.css';
import { Stretch } from './Stretch.tsx';
import type { Selection } from './use-selection.ts';

type Props = Pick<ReviewCallbacks, 'onChoose' | 'onLoadMore' | 'onRetry'> &
  Pick<ReviewDeskProps, 'undo' | 'progress'> & {
    ref: Ref<HTMLElement>;
    state: QueueState;
    selection: Selection;
    /** Ticks every second. */
    now: number;
    place: Place;
    onUndo: () => void;
    onUndoGone: () => void;
    onEverything: () => void;
    onHelp: () => void;
  };

/** Ages are told in minutes at the finest, so lines need no finer clock. */
const CLOCK_MS = 30_000;

function stretchesOf(lines: ReviewLine[]): ReviewLine[][] {
  const count = Math.ceil(lines.length / STRETCH);
  return Array.from({ length: count }, (_, place) =>
    lines.slice(place * STRETCH, (place + 1) * STRETCH),
  );
}

/** Who waits, the longest first. */
export function QueueList(props: Props) {
  const t = reviewWords();
  const { ref, state, selection, now, onEverything, onHelp } = props;
  const { lines, filter } = state;
  return (
    <section ref={ref} tabIndex={-1} className={styles.list} data-part="list" aria-label={t.queue}>
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
      {lines.length > 0 ? (
        <div className={styles.columns} aria-hidden="true">
          <span>{t.columns.lead}</span>
          <span className={styles.marketing}>{t.columns.marketing}</span>
          <span className={styles.sales}>{t.columns.sales}</span>
          <span>{t.columns.points}</span>
          <span>{t.columns.rep}</span>
        </div>
      ) : null}
      <div className={styles.lines} aria-busy={state.settling || undefined}>
        {stretchesOf(lines).map((some, place) => (
          <Stretch
            // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place
            key={place}
            place={place}
            keep={some.some(({ entry }) => entry.id === state.chosen)}
          >
            {some.map((line) => (
              <QueueLine
                key={line.entry.id}
                line={line}
                chosen={line.entry.id === state.chosen}
                selected={selection.isSelected(line.entry.id)}
                lateAfter={filter.state === 'open' ? state.marketingHours : null}
                now={Math.ceil(now / CLOCK_MS) * CLOCK_MS}
                place={props.place}
                onChoose={props.onChoose}
                onSelect={selection.toggle}
              />
            ))}
          </Stretch>
        ))}
      </div>
      {lines.length === 0 && narrows(filter) && !state.settling ? (
        <Nothing onEverything={onEverything} />
      ) : null}
      {state.more ? <More state={state} onLoadMore={props.onLoadMore} /> : null}
      <div className={styles.foot}>
        <JustNow
          undo={props.undo}
          progress={props.progress}
          now={now}
          onUndo={props.onUndo}
          onGone={props.onUndoGone}
        />
        <div className={styles.keys}>
          <Keys />
          <Button kind="quiet" size="small" data-action="keys" onClick={onHelp}>
            {t.allKeys}
          </Button>
        </div>
      </div>
    </section>
  );
}

function Keys() {
  const t = reviewWords();
  return (
    <>
      <span aria-hidden="true">
        <Fill text={t.keysMove} j={<kbd>J</kbd>} k={<kbd>K</kbd>} />
      </span>
      <span aria-hidden="true">
        <Fill text={t.keysSelect} x={<kbd>X</kbd>} />
      </span>
      <span aria-hidden="true">
        <Fill text={t.keysAnswer} one={<kbd>1</kbd>} four={<kbd>4</kbd>} />
      </span>
      <span aria-hidden="true">
        <Fill text={t.keysReply} r={<kbd>R</kbd>} />
      </span>
      <span aria-hidden="true">
        <Fill text={t.keysDraft} d={<kbd>D</kbd>} />
      </span>
    </>
  );
}

function titleOf({ counts, filter, facets }: QueueState): string {
  const t = reviewWords();
  if (narrows(filter) && facets) {
    const { total } = facets;
    return filter.state === 'open'
      ? t.needOf(total, number(counts.open))
      : t.answeredOf(total, number(counts.answered));
  }
  if (filter.state === 'answered') return t.haveAnswer(counts.answered);
  return counts.open === 0 ? t.nothingNeeds : t.need(counts.open);
}

function orderOf({ counts, filter, marketingHours }: QueueState): string {
  const t = reviewWords();
  if (filter.state === 'answered') return t.newestFirst;
  if (counts.open === 0) return t.comesHere;
  return counts.late === 0 ? t.noneLate(marketingHours) : t.someLate(counts.late, marketingHours);
}

/** The filter leaves nothing. */
function Nothing({ onEverything }: { onEverything: () => void }) {
  return (
    <div className={styles.nothing}>
      <p>{reviewWords().noneLikeThat}</p>
      <Button size="small" data-action="everything" onClick={onEverything}>
        {reviewWords().clearFilter}
      </Button>
    </div>
  );
}

type MoreProps = Pick<Props, 'state' | 'onLoadMore'>;

/** The next page comes when its place is near; the button is for when it did not. */
function More({ state, onLoadMore }: MoreProps) {
  const t = reviewWords();
  const here = useRef<HTMLDivElement>(null);
  const load = useRef(onLoadMore);
  load.current = onLoadMore;
  const loaded = state.lines.length;
  const rests = state.problem !== null;
  // A new observer after each page tells at once whether the end is still in view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number of lines is why it looks again
  useEffect(() => {
    const place = here.current;
    if (!place || rests) return;
    return watchNear(place, 800, (near) => near && load.current());
  }, [loaded, rests]);
  return (
    <div ref={here} className={styles.more}>
      <Button size="small" busy={state.loadingMore} data-action="more" onClick={onLoadMore}>
        {state.loadingMore ? t.loadingMore : t.loadMore}
      </Button>
    </div>
  );
}
