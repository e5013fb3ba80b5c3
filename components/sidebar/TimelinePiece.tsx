import { memo } from 'react';
import { dayName } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import { EventLine } from './EventLine.tsx';
import styles from './TimelinePiece.module.css';
import type { Piece } from './timeline-days.ts';

type Props = { piece: Piece; today: string; place: Place };

/** One day, or a piece of a long one. Drawn only near the window, so thousands of events scroll smoothly. */
export const TimelinePiece = memo(
  function TimelinePiece({ piece, today, place }: Props) {
    const height = piece.events.length * 48 + (piece.first ? 28 : 0);
    return (
      <div className={styles.piece} style={{ containIntrinsicBlockSize: `auto ${height}px` }}>
        {piece.first ? <h3 className={styles.day}>{dayName(piece.day, today, place)}</h3> : null}
        <ol>
          {piece.events.map((event) => (
            <EventLine key={event.id} event={event} place={place} />
          ))}
        </ol>
      </div>
    );
  },
  (before, after) =>
    before.today === after.today &&
    before.place === after.place &&
    before.piece.first === after.piece.first &&
    before.piece.events.length === after.piece.events.length &&
    before.piece.events.every((event, index) => event === after.piece.events[index]),
);
