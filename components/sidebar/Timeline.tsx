import { type KeyboardEvent, useId, useMemo, useRef } from 'react';
import type { LeadCard } from '../../lib/contract/lead.ts';
import text from '../ui/text.module.css';
import { dayOf } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import { When } from '../ui/When.tsx';
import { MoreEvents } from './MoreEvents.tsx';
import type { SidebarCallbacks, TimelineView } from './props.ts';
import styles from './Timeline.module.css';
import { TimelinePiece } from './TimelinePiece.tsx';
import { piecesOf } from './timeline-days.ts';

type Props = Pick<SidebarCallbacks, 'onFilter' | 'onLoadMore'> & {
  timeline: TimelineView;
  counts: LeadCard['counts'];
  sources: LeadCard['sources'];
  now: number;
  place: Place;
};

const FILTERS = [
  { filter: 'moments', label: 'Moments' },
  { filter: 'all', label: 'All' },
] as const;

/** What they did, newest first: the moments worth telling, or everything. */
export function Timeline({ timeline, counts, sources, now, place, onFilter, onLoadMore }: Props) {
  const id = useId();
  const tabs = useRef<HTMLDivElement>(null);
  const pieces = useMemo(() => piecesOf(timeline.events, place), [timeline.events, place]);
  const today = dayOf(now, place);
  const freshest = [...sources].sort((a, b) => b.lastAt.localeCompare(a.lastAt))[0];

  function move(event: KeyboardEvent) {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = timeline.filter === 'all' ? 'moments' : 'all';
    tabs.current?.querySelector<HTMLElement>(`[data-filter="${other}"]`)?.focus();
    onFilter(other);
  }

  return (
    <section className={styles.timeline} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={text.hidden}>
        Timeline
      </h2>
      <div className={styles.head}>
        <div
          className={styles.tabs}
          role="tablist"
          aria-label="Which events"
          ref={tabs}
          onKeyDown={move}
        >
          {FILTERS.map(({ filter, label }) => (
            <button
              key={filter}
              type="button"
              role="tab"
              id={`${id}-${filter}`}
              data-filter={filter}
              className={styles.tab}
              aria-selected={timeline.filter === filter}
              aria-controls={`${id}-panel`}
              tabIndex={timeline.filter === filter ? 0 : -1}
              onClick={() => onFilter(filter)}
            >
              {label} {counts[filter].toLocaleString(place.locale)}
            </button>
          ))}
        </div>
        {freshest ? (
          <span className={styles.source}>
            <bdi>{freshest.name}</bdi> <When at={freshest.lastAt} now={now} place={place} />
          </span>
        ) : null}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${timeline.filter}`}>
        {pieces.map((piece) => (
          <TimelinePiece key={piece.key} piece={piece} today={today} place={place} />
        ))}
        <MoreEvents timeline={timeline} onLoadMore={onLoadMore} />
      </div>
    </section>
  );
}
