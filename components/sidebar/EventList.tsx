import { useMemo, useRef } from 'react';
import type { TimelineEvent } from '../../lib/contract/event.ts';
import { dayName } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import { EventLine } from './EventLine.tsx';
import styles from './EventList.module.css';
import { daysIn, type Row, rowsOf } from './timeline-rows.ts';
import { useNear } from './use-near.ts';

type Props = {
  /** Newest first. */
  events: TimelineEvent[];
  /** Whether these are all. */
  complete: boolean;
  today: string;
  place: Place;
};

/** Events by day, however many: only those near the view are drawn, and the day in view keeps its name on top. */
export function EventList({ events, complete, today, place }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => rowsOf(events, place), [events, place]);
  const { offsets, ...near } = useNear(rows, list);
  const at = (row: number) => offsets[row] ?? 0;
  const days = daysIn(rows, near);
  const line = (row: Row, index: number) =>
    row.event ? (
      <EventLine
        key={row.key}
        event={row.event}
        place={place}
        row={index}
        position={row.at}
        of={complete ? events.length : -1}
      />
    ) : null;
  return (
    <div ref={list} tabIndex={-1} className={styles.list}>
      <Room height={at(days[0]?.head ?? 0)} />
      {days.map(({ head, from, to }) => (
        <div key={rows[head]?.key} className={styles.day}>
          <h3 className={styles.name} data-row={head}>
            {dayName(rows[head]?.day ?? today, today, place)}
          </h3>
          <Room height={at(from) - at(head + 1)} />
          <ol>{rows.slice(from, to).map((row, index) => line(row, from + index))}</ol>
        </div>
      ))}
      <Room height={at(rows.length) - at(Math.max(near.to, 0))} />
    </div>
  );
}

/** Where rows are that nobody sees. */
function Room({ height }: { height: number }) {
  return height > 0 ? <div style={{ blockSize: height }} aria-hidden="true" /> : null;
}
