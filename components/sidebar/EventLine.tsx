import { memo } from 'react';
import type { TimelineEvent } from '../../lib/contract/event.ts';
import { readingWords } from '../../lib/words/reading.ts';
import { classes } from '../ui/classes.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { Fill } from '../ui/Fill.tsx';
import { clock, full } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import styles from './EventLine.module.css';

type Props = {
  event: TimelineEvent;
  place: Place;
  /** Its number among the rows of the list. */
  row: number;
  /** Its number among all events, from 1, and how many those are; -1: nobody knows yet. */
  position: number;
  of: number;
};

/** One thing they did; or a machine did, which is shown and does not count. */
export const EventLine = memo(function EventLine({ event, place, row, position, of }: Props) {
  const t = readingWords();
  const dot = event.machine ? styles.machine : event.moment ? styles.moment : styles.plain;
  return (
    <li
      className={styles.event}
      data-kind={event.kind}
      data-row={row}
      aria-posinset={position}
      aria-setsize={of}
    >
      <time className={styles.time} dateTime={event.at} title={full(event.at, place)}>
        {clock(event.at, place)}
      </time>
      <span className={classes(styles.dot, dot)} aria-hidden="true" />
      <div className={styles.what}>
        <p dir="auto" className={event.machine ? styles.discounted : undefined}>
          {event.url ? <ExternalLink href={event.url}>{event.title}</ExternalLink> : event.title}
        </p>
        <p className={styles.facts}>
          {event.who ? <bdi className={styles.mark}>{event.who.name ?? t.nameless}</bdi> : null}
          {event.machine ? <span className={styles.mark}>{t.machine}</span> : null}
          {event.clockCorrected ? <span className={styles.mark}>{t.clockCorrected}</span> : null}
          {event.detail ? <bdi>{event.detail}</bdi> : null}
          {event.campaign ? (
            <span>
              <Fill text={t.campaign} name={<bdi>{event.campaign}</bdi>} />
            </span>
          ) : null}
          <bdi>{event.source}</bdi>
        </p>
      </div>
    </li>
  );
});
