import { useEffect, useRef } from 'react';
import { readingWords } from '../../lib/words/reading.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import styles from './MoreEvents.module.css';
import type { SidebarCallbacks, TimelineView } from './props.ts';

type Props = Pick<SidebarCallbacks, 'onLoadMore'> & {
  timeline: TimelineView;
  /** Of this person, whatever is shown of them. */
  all: number;
};

/** The end of what is loaded: fetches older events as it comes near, or when pressed; says when there are none. */
export function MoreEvents({ timeline, all, onLoadMore }: Props) {
  const t = readingWords();
  const { more, loading, problem, tab, kinds, events } = timeline;
  const end = useRef<HTMLDivElement>(null);
  const ready = more && !loading && !problem;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a longer list is a new end to watch
  useEffect(() => {
    if (!ready || !end.current) return;
    const watch = new IntersectionObserver(
      (seen) => {
        if (!seen.some((each) => each.isIntersecting)) return;
        watch.disconnect();
        onLoadMore();
      },
      { root: end.current.closest('[data-scroll]'), rootMargin: '400px' },
    );
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [ready, tab, kinds, events.length]);

  return (
    <div ref={end} className={styles.end}>
      {problem ? <ProblemNotice problem={problem} /> : null}
      {more ? (
        <Button size="small" busy={loading} data-action="older" onClick={onLoadMore}>
          {loading ? t.loadingOlder : t.showOlder}
        </Button>
      ) : (
        <p className={styles.none}>{events.length > 0 ? t.thatIsAll : nothing(timeline, all)}</p>
      )}
    </div>
  );
}

function nothing({ tab, kinds }: TimelineView, all: number): string {
  const t = readingWords();
  if (tab === 'moments' && all > 0) return t.noMoments;
  return kinds.length > 0 ? t.noneOfKind : t.nothingYet;
}
