import { useEffect, useRef } from 'react';
import { Button } from '../ui/Button.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import styles from './MoreEvents.module.css';
import type { SidebarCallbacks, TimelineView } from './props.ts';

type Props = Pick<SidebarCallbacks, 'onLoadMore'> & { timeline: TimelineView };

/** The end of what is loaded: fetches older events as it comes near, or when pressed; says when there are none. */
export function MoreEvents({ timeline, onLoadMore }: Props) {
  const { more, loading, problem, filter, events } = timeline;
  const end = useRef<HTMLDivElement>(null);
  const ready = more && !loading && !problem;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a longer list is a new end to watch
  useEffect(() => {
    if (!ready || !end.current) return;
    const watch = new IntersectionObserver(
      (seen) => {
        if (!seen.some((each) => each.isIntersecting)) return;
        watch.disconnect();
        onLoadMore(filter);
      },
      { rootMargin: '400px' },
    );
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [ready, filter, events.length]);

  return (
    <div ref={end} className={styles.end}>
      {problem ? <ProblemNotice problem={problem} /> : null}
      {more ? (
        <Button size="small" busy={loading} data-action="older" onClick={() => onLoadMore(filter)}>
          {loading ? 'Loading older events' : 'Show older events'}
        </Button>
      ) : (
        <p className={styles.none}>
          {events.length > 0
            ? 'That is all.'
            : filter === 'moments'
              ? 'No moments yet. “All” has everything else.'
              : 'Nothing has happened yet.'}
        </p>
      )}
    </div>
  );
}
